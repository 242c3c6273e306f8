package io.tenantry.web.admin;

import io.tenantry.billing.discount.ChangeCoupons;
import io.tenantry.billing.discount.CouponValues;
import io.tenantry.billing.discount.OfferedCoupon;
import io.tenantry.billing.discount.Reduction;
import io.tenantry.platform.page.Page;
import io.tenantry.web.billing.Decimals;
import io.tenantry.web.billing.DiscountViews;
import io.tenantry.web.billing.MoneyBody;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Discounts for whoever knows a code. What a coupon says never changes: it ends, and another one is made. */
@Path("admin/coupons")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminCouponsResource {

    @Inject
    ChangeCoupons coupons;

    /**
     * Either {@code percent} or {@code amount}. {@code periods}: how many invoices it reduces, all if left out.
     * {@code validUntil}: the first day on which it is no longer taken.
     */
    public record CouponRequest(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{7,39}")
            String code,

            @NotBlank @Size(min = 1, max = 100) @Pattern(regexp = DiscountViews.PLAIN)
            String name,

            String percent,
            @Valid MoneyBody amount,
            @Min(1) @Max(120) Integer periods,
            LocalDate validUntil,
            @Min(1) Integer maxRedemptions) {

        CouponValues values() {
            Reduction reduction = new Reduction(
                    name.strip(),
                    Decimals.optional("/percent", percent),
                    amount == null ? null : amount.money("/amount"),
                    periods);
            return new CouponValues(code, reduction, validUntil, maxRedemptions);
        }
    }

    public record CouponView(
            String code,
            String name,
            String percent,
            MoneyBody amount,
            Integer periods,
            LocalDate validUntil,
            Integer maxRedemptions,
            int redeemed,
            Instant createdAt) {

        static CouponView of(OfferedCoupon coupon) {
            CouponValues values = coupon.values();
            Reduction reduction = values.reduction();
            return new CouponView(
                    values.code(),
                    reduction.name(),
                    reduction.percent() == null ? null : reduction.percent().toPlainString(),
                    reduction.amount() == null ? null : MoneyBody.of(reduction.amount()),
                    reduction.periods(),
                    values.validUntil(),
                    values.maxRedemptions(),
                    coupon.redeemed(),
                    coupon.createdAt());
        }
    }

    @GET
    public Page<CouponView> list(@BeanParam ListParameters list) {
        Page<OfferedCoupon> page = coupons.page(list.page());
        return new Page<>(page.items().stream().map(CouponView::of).toList(), page.nextCursor());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CouponView.class)))
    @Path("{code}")
    public Response get(@PathParam("code") String code) {
        return answer(coupons.get(code));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CouponView.class)))
    @Consumes("application/json")
    public Response create(CouponRequest request) {
        OfferedCoupon coupon = coupons.create(request.values());
        return Answers.created("admin/coupons/" + request.code(), CouponView.of(coupon), coupon.version());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CouponView.class)))
    @Path("{code}/end")
    public Response end(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        return answer(coupons.end(code, Parameters.version(ifMatch)));
    }

    private static Response answer(OfferedCoupon coupon) {
        return Answers.ok(CouponView.of(coupon), coupon.version());
    }
}
