package io.tenantry.web.billing;

import io.tenantry.platform.money.PlainDecimal;
import io.tenantry.platform.problem.ProblemException;
import java.math.BigDecimal;

/** Reads decimal strings of bodies. */
public final class Decimals {

    private Decimals() {}

    /** @throws ProblemException {@code validation} at the pointer */
    public static BigDecimal required(String pointer, String text) {
        if (text == null) {
            throw ProblemException.invalid(pointer, "validation.required");
        }
        try {
            return PlainDecimal.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(pointer, "validation.type");
        }
    }

    public static BigDecimal optional(String pointer, String text) {
        return text == null ? null : required(pointer, text);
    }
}
