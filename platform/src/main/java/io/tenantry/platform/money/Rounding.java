package io.tenantry.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The one class that rounds.
 *
 * <p>Money is rounded half up, away from zero on both sides of it, to the ISO 4217 decimals of its currency: 0.125 USD
 * is 0.13 and -0.125 USD is -0.13, so that a credit undoes the charge it answers. Callers keep precise values and
 * round once, when a line is final.
 */
public final class Rounding {

    /** Decimals of a proration fraction. */
    public static final int FRACTION_DECIMALS = 9;

    private Rounding() {}

    /**
     * Rounds a precise amount to money.
     *
     * @throws IllegalArgumentException for a currency without decimals of its own, such as gold (XAU)
     */
    public static Money toMoney(BigDecimal precise, Currency currency) {
        return new Money(precise.setScale(decimalsOf(currency), RoundingMode.HALF_UP), currency);
    }

    /** Returns {@code part / whole} with {@value #FRACTION_DECIMALS} decimals, half up; {@code whole} is not zero. */
    public static BigDecimal fraction(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), FRACTION_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Returns how many blocks of the size are started by the quantity: 1000.5 starts two blocks of 1000. */
    public static BigDecimal startedBlocks(BigDecimal quantity, BigDecimal size) {
        return quantity.divide(size, 0, RoundingMode.CEILING);
    }

    /** Whether amounts can be held in the currency: its ISO 4217 entry defines decimals. */
    public static boolean hasDecimals(Currency currency) {
        return currency.getDefaultFractionDigits() >= 0;
    }

    static int decimalsOf(Currency currency) {
        if (!hasDecimals(currency)) {
            throw new IllegalArgumentException(currency + " has no decimals to round to");
        }
        return currency.getDefaultFractionDigits();
    }
}
