package io.tenantry.web.admin;

import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.profile.ChangeBillingProfile;
import io.tenantry.billing.profile.ProfileView;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How a tenant is taxed. */
@Path("admin/tenants/{id}/tax")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTenantTaxResource {

    @Inject
    KnownTenants tenants;

    @Inject
    ChangeBillingProfile profile;

    /** {@code pricesIncludeTax}: whether the prices of the plan contain the taxes. */
    public record TaxRequest(
            @NotNull @Pattern(regexp = "standard|reverseCharge|exempt")
            String treatment,

            @NotNull Boolean pricesIncludeTax) {

        Treatment asTreatment() {
            return Treatment.of(treatment);
        }
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response get(@PathParam("id") String id) {
        return answer(TenantContext.call(tenants.inPath(id), profile::get));
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @Consumes("application/json")
    public Response set(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TaxRequest request) {
        OptionalLong expected = Parameters.requiredVersion(ifMatch);
        TenantId tenant = tenants.inPath(id);
        return answer(TenantContext.call(
                tenant, () -> profile.tax(request.asTreatment(), request.pricesIncludeTax(), expected)));
    }

    private static Response answer(ProfileView view) {
        return Answers.ok(view, view.version());
    }
}
