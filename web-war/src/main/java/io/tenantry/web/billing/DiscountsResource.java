package io.tenantry.web.billing;

import io.tenantry.billing.discount.ChangeDiscounts;
import io.tenantry.billing.discount.DiscountView;
import io.tenantry.billing.discount.RedeemCoupon;
import io.tenantry.platform.page.Page;
import io.tenantry.web.billing.DiscountViews.DiscountJson;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is taken off the tenant's invoices. */
@Path("billing")
@RequestScoped
@Produces("application/json")
public class DiscountsResource {

    @Inject
    ChangeDiscounts discounts;

    @Inject
    RedeemCoupon redeem;

    /** {@code code}: in any case. */
    public record RedeemRequest(
            @NotBlank @Size(min = 1, max = 60) String code) {}

    @GET
    @Path("discounts")
    @RequiresPermission("discounts:read")
    public Page<DiscountJson> list(@BeanParam ListParameters list) {
        return DiscountJson.page(discounts.page(list.page()));
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DiscountJson.class)))
    @Path("discounts/{id}")
    @RequiresPermission("discounts:read")
    public Response get(@PathParam("id") String id) {
        DiscountView discount = discounts.get(Parameters.id(id));
        return Answers.ok(DiscountJson.of(discount), discount.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DiscountJson.class)))
    @Path("coupons")
    @Consumes("application/json")
    @RequiresPermission("discounts:write")
    @Idempotent
    public Response redeem(RedeemRequest request) {
        DiscountView discount = redeem.redeem(request.code().strip().toUpperCase(Locale.ROOT));
        return Answers.created("billing/discounts/" + discount.id(), DiscountJson.of(discount), discount.version());
    }
}
