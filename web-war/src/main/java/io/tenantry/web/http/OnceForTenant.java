package io.tenantry.web.http;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Honours {@code Idempotency-Key} where the administrator of the platform works for a tenant: the transaction of such a call
 * has to be the tenant's from its beginning, so it begins after the tenant is known.
 */
@RequestScoped
public class OnceForTenant {

    @Inject
    Once once;

    public Response call(TenantId tenant, Supplier<Response> work) {
        return TenantContext.call(tenant, () -> once.call(work));
    }

    /** What the interceptor can step in front of. */
    @RequestScoped
    public static class Once {

        @Idempotent
        public Response call(Supplier<Response> work) {
            return work.get();
        }
    }
}
