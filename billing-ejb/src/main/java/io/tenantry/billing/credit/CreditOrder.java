package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** Which credit is used first: what expires soonest, what never expires last; of two that expire alike, the older. */
final class CreditOrder {

    private static final Comparator<CreditLeft> ORDER = Comparator.comparing(
                    CreditLeft::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CreditLeft::createdAt)
            .thenComparing(CreditLeft::grant);

    private CreditOrder() {}

    /** Grants in the order in which invoices use them. */
    static List<CreditLeft> of(List<CreditLeft> grants) {
        return grants.stream().sorted(ORDER).toList();
    }

    /** What could be used on a day; what is in another currency cannot. */
    static Money balance(List<CreditLeft> grants, Currency currency, LocalDate day) {
        return grants.stream()
                .filter(grant -> grant.remaining().currency().equals(currency) && grant.isAlive(day))
                .map(CreditLeft::remaining)
                .reduce(Money.zero(currency), Money::plus);
    }
}
