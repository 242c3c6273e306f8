package io.tenantry.web.admin;

import io.tenantry.tenant.plan.PlanValues;
import io.tenantry.web.billing.ChargeRequest;
import io.tenantry.web.billing.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;

/** What a version of a plan says. {@code minimum}: what an invoice comes to at least, {@code null} for none. */
public record PlanRequest(
        @NotBlank @Size(min = 1, max = 100) String name,
        @NotNull @Valid PriceRequest price,
        @Valid MoneyBody minimum,
        @NotNull @Min(0) @Max(365) Integer trialDays,
        @NotNull @Size(max = 200) List<@NotNull String> features,
        @NotNull @Valid @Size(max = 200) List<@NotNull LimitRequest> limits) {

    /** {@code interval}: month or year. */
    public record PriceRequest(
            @NotNull @Valid MoneyBody amount,
            @NotNull @Pattern(regexp = "month|year") String interval) {}

    /**
     * {@code hardLimit} and {@code overage} are {@code null} where there is none.
     *
     * @param measure of what is held: whether its peak, as where nothing is said, or its average in a period is charged
     */
    public record LimitRequest(
            @NotNull String resource,
            @NotNull @Min(0) @Max(1_000_000_000_000_000L) Long included,
            @Min(0) @Max(1_000_000_000_000_000L) Long hardLimit,
            @Valid ChargeRequest overage,
            @Pattern(regexp = "peak|average") String measure) {

        PlanValues.Limit limit(String pointer) {
            return new PlanValues.Limit(
                    resource,
                    included,
                    hardLimit,
                    overage == null ? null : overage.json(pointer + "/overage"),
                    measure == null ? "peak" : measure);
        }
    }

    PlanValues values() {
        return new PlanValues(
                name,
                price.amount().money("/price/amount"),
                price.interval(),
                minimum == null ? null : minimum.money("/minimum"),
                trialDays,
                features,
                IntStream.range(0, limits.size())
                        .mapToObj(i -> limits.get(i).limit("/limits/" + i))
                        .toList());
    }
}
