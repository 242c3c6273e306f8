package io.tenantry.web.admin;

import io.tenantry.billing.subscription.BillingDay;
import io.tenantry.billing.subscription.ChangeSubscription;
import io.tenantry.billing.subscription.FindSubscription;
import io.tenantry.billing.subscription.SubscriptionView;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A tenant's subscription, and the day on which its months begin. */
@Path("admin/tenants/{id}/billing")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTenantBillingResource {

    @Inject
    KnownTenants tenants;

    @Inject
    FindSubscription find;

    @Inject
    ChangeSubscription change;

    /** Until the first base price is billed. */
    public record BillingDayRequest(
            @NotNull @Min(1) @Max(31) Integer billingDay) {}

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response get(@PathParam("id") String id) {
        return answer(tenants.inPath(id));
    }

    @PATCH
    @Consumes("application/json")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, BillingDayRequest request) {
        TenantId tenant = tenants.inPath(id);
        OptionalLong expected = Parameters.requiredVersion(ifMatch);
        TenantContext.run(tenant, () -> change.billOn(expected, new BillingDay(request.billingDay())));
        return answer(tenant);
    }

    private Response answer(TenantId tenant) {
        SubscriptionView subscription = TenantContext.call(tenant, find::get);
        return Answers.ok(subscription, subscription.version());
    }
}
