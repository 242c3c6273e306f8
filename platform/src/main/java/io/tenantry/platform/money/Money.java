package io.tenantry.platform.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency, with exactly the decimals ISO 4217 gives that currency: JPY 0, USD 2, KWD 3.
 *
 * <p>The amount may be negative: a credit is one. A value with other decimals is not money but a precise amount, kept
 * as {@link BigDecimal} until {@link Rounding#toMoney} makes money of it. As the scale is fixed, amounts that are
 * numerically equal are equal.
 *
 * @param amount major units (dollars, not cents), its scale the decimals of the currency
 * @param currency any currency that has decimals of its own
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** @throws IllegalArgumentException when the scale differs from the decimals of the currency */
    public Money {
        int decimals = Rounding.decimalsOf(currency);
        if (amount.scale() != decimals) {
            throw new IllegalArgumentException("%s takes %d decimals".formatted(currency, decimals));
        }
    }

    /**
     * Reads an amount as the API writes it, for example {@code of("49.00", "USD")}.
     *
     * @throws IllegalArgumentException for an unknown currency code, text that {@link PlainDecimal} rejects, or
     *     decimals other than the currency's
     */
    public static Money of(String amount, String currencyCode) {
        return new Money(PlainDecimal.parse(amount), Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return Rounding.toMoney(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ, as for every operation on two amounts */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** Returns the amount as a plain decimal string, the form it has in JSON: {@code 49.00}. */
    public String text() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return text() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(currency, other.currency));
        }
        return other;
    }
}
