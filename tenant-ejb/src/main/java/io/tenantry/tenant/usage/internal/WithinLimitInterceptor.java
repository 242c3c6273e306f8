package io.tenantry.tenant.usage.internal;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.metering.WithinLimit;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Takes what a call is about to use up; inside of whatever else spans a transaction over the call. */
@WithinLimit("")
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 500)
public class WithinLimitInterceptor {

    @Inject
    Limits limits;

    @AroundInvoke
    Object take(InvocationContext invocation) throws Exception {
        String resource =
                invocation.getMethod().getAnnotation(WithinLimit.class).value();
        return isInTransaction() ? taken(resource, invocation) : inTransaction(resource, invocation);
    }

    private Object taken(String resource, InvocationContext invocation) throws Exception {
        limits.take(resource, 1);
        return invocation.proceed();
    }

    /** Looked up, because an enterprise bean with container-managed transactions must not even have it injected. */
    private Object inTransaction(String resource, InvocationContext invocation) throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        try {
            Object result = taken(resource, invocation);
            transaction.commit();
            return result;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private static boolean isInTransaction() throws NamingException {
        TransactionSynchronizationRegistry registry =
                InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        return registry.getTransactionKey() != null;
    }
}
