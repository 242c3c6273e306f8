package io.tenantry.tenant.job.internal;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** A thread with nothing of its caller's: no tenant, no transaction, nobody who acts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobThread {

    @Asynchronous
    public <T> Future<T> start(Supplier<T> work) {
        return new AsyncResult<>(work.get());
    }
}
