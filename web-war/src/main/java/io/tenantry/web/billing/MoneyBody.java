package io.tenantry.web.billing;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;

/** Money as JSON: the amount is a decimal string with exactly the currency's decimals. */
public record MoneyBody(@NotNull String amount, @NotNull String currency) {

    public static MoneyBody of(Money money) {
        return new MoneyBody(money.text(), money.currency().getCurrencyCode());
    }

    /** @throws ProblemException {@code validation} at the pointer */
    public Money money(String pointer) {
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(pointer, "validation.invalid");
        }
    }
}
