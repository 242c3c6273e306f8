package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.util.Currency;
import java.util.UUID;

/**
 * Usage as an invoice has priced it; kept also if it cost nothing, because what comes late is priced against it.
 *
 * @param before as it was priced the time before, or {@code null}
 */
record PricedUsage(Charged.Usage usage, UUID plan, Charged.Usage before) {

    /** What this invoice asks for it. */
    Money amount(Currency currency) {
        Money all = usage.price(currency).amount();
        return before == null ? all : all.minus(before.price(currency).amount());
    }
}
