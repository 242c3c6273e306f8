package io.tenantry.web.admin;

import io.tenantry.billing.discount.ChangeDiscounts;
import io.tenantry.billing.discount.DiscountView;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.web.billing.DiscountViews.DiscountJson;
import io.tenantry.web.billing.DiscountViews.DiscountRequest;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.OnceForTenant;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Discounts that the platform gives to one tenant. */
@Path("admin/tenants/{id}/discounts")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminDiscountsResource {

    @Inject
    KnownTenants tenants;

    @Inject
    ChangeDiscounts discounts;

    @Inject
    OnceForTenant once;

    @GET
    public Page<DiscountJson> list(@PathParam("id") String id, @BeanParam ListParameters list) {
        return TenantContext.call(tenants.inPath(id), () -> DiscountJson.page(discounts.page(list.page())));
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DiscountJson.class)))
    @Path("{discountId}")
    public Response get(@PathParam("id") String id, @PathParam("discountId") String discountId) {
        DiscountView discount = TenantContext.call(tenants.inPath(id), () -> discounts.get(Parameters.id(discountId)));
        return Answers.ok(DiscountJson.of(discount), discount.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DiscountJson.class)))
    @Consumes("application/json")
    public Response give(@PathParam("id") String id, DiscountRequest request) {
        return once.call(tenants.inPath(id), () -> {
            DiscountView discount = discounts.give(request.reduction());
            return Answers.created(
                    "admin/tenants/" + id + "/discounts/" + discount.id(),
                    DiscountJson.of(discount),
                    discount.version());
        });
    }

    @DELETE
    @Path("{discountId}")
    public void end(
            @PathParam("id") String id,
            @PathParam("discountId") String discountId,
            @HeaderParam("If-Match") String ifMatch) {
        TenantContext.run(
                tenants.inPath(id), () -> discounts.end(Parameters.id(discountId), Parameters.version(ifMatch)));
    }
}
