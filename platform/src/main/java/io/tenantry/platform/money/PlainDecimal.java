package io.tenantry.platform.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimal numbers as clients write them: plain notation with bounded digits.
 *
 * <p>{@link BigDecimal} alone accepts {@code 1e999999999}, nine characters that become a gigabyte once added to
 * anything. Whatever comes from outside passes here first.
 */
public final class PlainDecimal {

    /** Largest number of digits before the decimal point. */
    public static final int INTEGER_DIGITS = 24;

    /** Largest number of digits after the decimal point, trailing zeros included. */
    public static final int DECIMALS = 24;

    private static final Pattern PLAIN =
            Pattern.compile("-?(0|[1-9][0-9]{0,%d})(\\.[0-9]{1,%d})?".formatted(INTEGER_DIGITS - 1, DECIMALS));

    private PlainDecimal() {}

    /**
     * Reads {@code 0.05} or {@code -12}, and keeps the scale as written.
     *
     * @throws IllegalArgumentException for an exponent, a plus sign, a blank, a leading zero, a missing digit on
     *     either side of the point, or more digits than allowed
     */
    public static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plain decimal number");
        }
        return new BigDecimal(text);
    }

    /** Whether the value could have been read by {@link #parse}: within the digits allowed on both sides of the point. */
    public static boolean isWithinDigits(BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        return integerDigits <= INTEGER_DIGITS && value.scale() <= DECIMALS;
    }
}
