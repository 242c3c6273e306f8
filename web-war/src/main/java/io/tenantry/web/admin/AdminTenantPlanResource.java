package io.tenantry.web.admin;

import io.tenantry.billing.change.ChangePlan;
import io.tenantry.billing.change.WantedPlan;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.plan.Entitlements;
import io.tenantry.tenant.plan.FindEntitlements;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.web.billing.When;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a tenant has by its plan and by overrides, and its moving to another plan. */
@Path("admin/tenants/{id}/plan")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTenantPlanResource {

    @Inject
    FindTenants tenants;

    @Inject
    KnownTenants known;

    @Inject
    FindEntitlements entitlements;

    @Inject
    ChangePlan change;

    /**
     * {@code version}: if left out, the newest on offer. {@code force}: also if the tenant holds more than it may then.
     * {@code when}: if left out, now; also to a cheaper plan, and what is left of the old price becomes credit.
     */
    public record MoveRequest(
            @NotBlank @Size(min = 1, max = 63) String plan,
            @Min(1) Integer version,
            Boolean force,
            When when) {

        private WantedPlan wanted() {
            return new WantedPlan(plan, version, Boolean.TRUE.equals(force), true);
        }
    }

    @GET
    public Entitlements get(@PathParam("id") String id) {
        return TenantContext.call(known.inPath(id), entitlements::ofCurrentTenant);
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Consumes("application/json")
    public Response move(@PathParam("id") String id, MoveRequest request) {
        boolean later = request.when() == When.PERIOD_END;
        TenantContext.run(known.inPath(id), () -> {
            if (later) {
                change.atPeriodEnd(OptionalLong.empty(), request.wanted());
            } else {
                change.now(OptionalLong.empty(), request.wanted());
            }
        });
        TenantView tenant = tenants.get(Parameters.id(id));
        return Answers.ok(tenant, tenant.version());
    }
}
