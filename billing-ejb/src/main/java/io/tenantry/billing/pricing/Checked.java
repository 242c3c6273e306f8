package io.tenantry.billing.pricing;

import io.tenantry.platform.money.PlainDecimal;
import java.math.BigDecimal;

/** Arguments that are what they must be; anything else is an {@link InvalidPricing} at the given pointer. */
final class Checked {

    private Checked() {}

    static <T> T present(T value, String pointer) {
        if (value == null) {
            throw new InvalidPricing(pointer, "billing.pricing.error.required");
        }
        return value;
    }

    static BigDecimal notNegative(BigDecimal value, String pointer) {
        BigDecimal bounded = bounded(value, pointer);
        if (bounded.signum() < 0) {
            throw new InvalidPricing(pointer, "billing.pricing.error.negative");
        }
        return bounded;
    }

    static BigDecimal positive(BigDecimal value, String pointer) {
        BigDecimal bounded = bounded(value, pointer);
        if (bounded.signum() <= 0) {
            throw new InvalidPricing(pointer, "billing.pricing.error.not-positive");
        }
        return bounded;
    }

    /** Before any arithmetic: adding one to 1e999999999 takes a gigabyte. */
    private static BigDecimal bounded(BigDecimal value, String pointer) {
        if (!PlainDecimal.isWithinDigits(present(value, pointer))) {
            throw new InvalidPricing(pointer, "billing.pricing.error.digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
