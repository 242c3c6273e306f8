package io.tenantry.billing.invoicing;

import io.tenantry.billing.pricing.Proration;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;

/** The part of a cycle's price that falls on some of its days. */
final class Share {

    private Share() {}

    static Money of(Money price, Period days, Period cycle) {
        return Proration.of(price, cycle.start(), cycle.end(), days.start(), days.end())
                .amount();
    }
}
