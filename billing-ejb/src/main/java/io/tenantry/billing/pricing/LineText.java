package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a line says, left to be put into words in the reader's language.
 *
 * @param messageKey key in the bundle {@code messages/billing}
 * @param arguments numbers for the placeholders of that message, in order; the message formats them for the locale
 */
public record LineText(String messageKey, List<BigDecimal> arguments) {

    private static final String PREFIX = "billing.pricing.line.";

    public LineText {
        arguments = List.copyOf(arguments);
    }

    static LineText unit() {
        return new LineText(PREFIX + "unit", List.of());
    }

    static LineText packagesOf(BigDecimal size) {
        return new LineText(PREFIX + "package", List.of(size));
    }

    static LineText tier(String model, BigDecimal floor, BigDecimal upTo) {
        String prefix = PREFIX + model;
        boolean first = floor.signum() == 0;
        if (upTo == null) {
            return first ? new LineText(prefix + ".only", List.of()) : new LineText(prefix + ".last", List.of(floor));
        }
        return first
                ? new LineText(prefix + ".first", List.of(upTo))
                : new LineText(prefix + ".between", List.of(floor, upTo));
    }
}
