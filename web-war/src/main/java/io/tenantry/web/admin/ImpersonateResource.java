package io.tenantry.web.admin;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.impersonation.HandOver;
import io.tenantry.tenant.impersonation.HandedOver;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The way of a platform's administrator into a tenant as one of its members.
 *
 * <p>It does not honour {@code Idempotency-Key}: an answer that is kept would keep the token in it.
 */
@Path("admin/tenants/{id}/impersonate")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class ImpersonateResource {

    @Inject
    KnownTenants tenants;

    @Inject
    HandOver handOver;

    @Inject
    CurrentRequest current;

    /** {@code accountId}: of the member to act as, or {@code null} for the role of an owner. */
    public record ImpersonateRequest(
            @NotBlank @Size(min = 1, max = 500) String reason, UUID accountId) {}

    public record HandOverView(UUID id, String token, Instant expiresAt) {}

    @POST
    @Consumes("application/json")
    public HandOverView impersonate(@PathParam("id") String id, ImpersonateRequest request) {
        TenantId tenant = tenants.inPath(id);
        HandedOver handed = TenantContext.call(
                tenant,
                () -> handOver.prepare(current.access(), Optional.ofNullable(request.accountId()), request.reason()));
        return new HandOverView(handed.id(), handed.token(), handed.expiresAt());
    }
}
