package io.tenantry.tenant.plan.internal;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Objects;

/** Refuses what the tenant's plan does not open, before anything else is done for the call. */
@RequiresFeature("")
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RequiresFeatureInterceptor {

    @Inject
    TenantFeatures features;

    @AroundInvoke
    Object gate(InvocationContext invocation) throws Exception {
        features.require(required(invocation).value());
        return invocation.proceed();
    }

    /** A method may ask for another feature than its class. */
    private static RequiresFeature required(InvocationContext invocation) {
        RequiresFeature ofMethod = invocation.getMethod().getAnnotation(RequiresFeature.class);
        return ofMethod != null
                ? ofMethod
                : Objects.requireNonNull(
                        invocation.getTarget().getClass().getAnnotation(RequiresFeature.class), "no feature is named");
    }
}
