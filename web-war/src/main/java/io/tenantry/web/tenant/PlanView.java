package io.tenantry.web.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.tenant.plan.PlanLimit;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.web.billing.ChargeRequest;
import io.tenantry.web.billing.MoneyBody;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a plan. {@code public}: whether it is on offer; {@code minimum}: what an invoice comes to at least. */
public record PlanView(
        String code,
        String name,
        String currency,
        PriceView price,
        MoneyBody minimum,
        int trialDays,
        List<String> features,
        List<LimitView> limits,
        @JsonProperty("public") @Schema(name = "public") boolean onOffer,
        int version) {

    /** {@code interval}: month or year. */
    public record PriceView(MoneyBody amount, String interval) {

        static PriceView of(TenantPlan plan) {
            return new PriceView(MoneyBody.of(plan.price()), plan.interval());
        }
    }

    /** {@code hardLimit} and {@code overage}, the charge for what goes beyond, are {@code null} where there is none. {@code measure}: peak or average. */
    public record LimitView(
            String resource,
            long included,
            Long hardLimit,

            @JsonRawValue @Schema(implementation = ChargeRequest.class)
            String overage,

            @Schema(description = "of what is held: peak or average")
            String measure) {

        static LimitView of(PlanLimit limit) {
            Long hardLimit = limit.hardLimit().isPresent() ? limit.hardLimit().getAsLong() : null;
            return new LimitView(
                    limit.resource(),
                    limit.included(),
                    hardLimit,
                    limit.overage().orElse(null),
                    limit.measure());
        }
    }

    public static PlanView of(TenantPlan plan) {
        return new PlanView(
                plan.code(),
                plan.name(),
                plan.currency(),
                PriceView.of(plan),
                plan.minimum().map(MoneyBody::of).orElse(null),
                plan.trialDays(),
                plan.features().stream().sorted().toList(),
                plan.limits().stream()
                        .map(LimitView::of)
                        .sorted(Comparator.comparing(LimitView::resource))
                        .toList(),
                plan.isPublished(),
                plan.version());
    }
}
