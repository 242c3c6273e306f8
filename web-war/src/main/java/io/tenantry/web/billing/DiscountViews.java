package io.tenantry.web.billing;

import io.tenantry.billing.discount.DiscountView;
import io.tenantry.billing.discount.Reduction;
import io.tenantry.platform.page.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** Discounts as JSON. */
public final class DiscountViews {

    public static final String PLAIN = "[^\\p{Cc}\\u2028\\u2029]*";

    private DiscountViews() {}

    /** Either {@code percent} or {@code amount}. {@code periods}: how many invoices it reduces, all if left out. */
    public record DiscountRequest(
            @NotBlank @Size(min = 1, max = 100) @Pattern(regexp = PLAIN)
            String name,

            String percent,
            @Valid MoneyBody amount,
            @Min(1) @Max(120) Integer periods) {

        public Reduction reduction() {
            return new Reduction(
                    name.strip(),
                    Decimals.optional("/percent", percent),
                    amount == null ? null : amount.money("/amount"),
                    periods);
        }
    }

    /** {@code periodsLeft} is {@code null} for all; {@code couponCode} where the platform gave it. */
    public record DiscountJson(
            UUID id,
            String name,
            String couponCode,
            String percent,
            MoneyBody amount,
            Integer periodsLeft,
            boolean active,
            Instant createdAt) {

        public static DiscountJson of(DiscountView discount) {
            return new DiscountJson(
                    discount.id(),
                    discount.name(),
                    discount.couponCode(),
                    discount.percent() == null ? null : discount.percent().toPlainString(),
                    discount.amount() == null ? null : MoneyBody.of(discount.amount()),
                    discount.periodsLeft(),
                    discount.active(),
                    discount.createdAt());
        }

        public static Page<DiscountJson> page(Page<DiscountView> page) {
            return new Page<>(page.items().stream().map(DiscountJson::of).toList(), page.nextCursor());
        }
    }
}
