package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Which credit is used first: what expires soonest, what never expires last; of two that expire alike, the older. Pure, so
 * that the invoice and its estimate take the same.
 */
public final class CreditOrder {

    private static final Comparator<CreditLeft> ORDER = Comparator.comparing(
                    CreditLeft::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CreditLeft::createdAt)
            .thenComparing(CreditLeft::grant);

    private CreditOrder() {}

    /**
     * What each grant gives, in order; together at most {@code amount}, less if there is not so much.
     *
     * @param grants any of the tenant's; those in other currencies, used up or over by {@code day} give nothing
     */
    public static List<CreditUse> uses(List<CreditLeft> grants, Money amount, LocalDate day) {
        List<CreditUse> uses = new ArrayList<>();
        Money missing = amount;
        for (CreditLeft grant : alive(grants, amount.currency(), day)) {
            if (missing.isZero() || missing.isNegative()) {
                break;
            }
            Money taken = grant.remaining().compareTo(missing) > 0 ? missing : grant.remaining();
            uses.add(new CreditUse(grant.grant(), taken));
            missing = missing.minus(taken);
        }
        return List.copyOf(uses);
    }

    /** What could be used on a day. */
    public static Money balance(List<CreditLeft> grants, Currency currency, LocalDate day) {
        return alive(grants, currency, day).stream()
                .map(CreditLeft::remaining)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static List<CreditLeft> alive(List<CreditLeft> grants, Currency currency, LocalDate day) {
        return grants.stream()
                .filter(grant -> grant.remaining().currency().equals(currency) && grant.isAlive(day))
                .sorted(ORDER)
                .toList();
    }
}
