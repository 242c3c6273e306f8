package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A sum with its taxes. Exclusive prices are net and the taxes come on top; inclusive ones are gross and contain them. */
record TaxedSum(Money net, List<TaxGroup> groups, Money tax, Money gross) {

    private static final MathContext PRECISE = MathContext.DECIMAL128;

    static TaxedSum of(Money sum, Taxation taxation) {
        return taxation.inclusive() ? contained(sum, taxation.rates()) : added(sum, taxation.rates());
    }

    private static TaxedSum added(Money net, List<Taxation.Rate> rates) {
        List<TaxGroup> groups = rates.stream()
                .map(rate -> new TaxGroup(
                        rate.name(),
                        rate.percent(),
                        net,
                        Rounding.toMoney(net.amount().multiply(rate.percent()).movePointLeft(2), net.currency())))
                .toList();
        Money tax = groups.stream().map(TaxGroup::tax).reduce(Money.zero(net.currency()), Money::plus);
        return new TaxedSum(net, groups, tax, net.plus(tax));
    }

    /** The gross sum is what was promised, so the taxes together are what the net sum leaves of it. */
    private static TaxedSum contained(Money gross, List<Taxation.Rate> rates) {
        BigDecimal percent = rates.stream().map(Taxation.Rate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
        Money net = Rounding.toMoney(gross.amount().divide(factor, PRECISE), gross.currency());
        List<Money> taxes = Allocation.of(
                gross.minus(net), rates.stream().map(Taxation.Rate::percent).toList());
        List<TaxGroup> groups = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            groups.add(new TaxGroup(rates.get(i).name(), rates.get(i).percent(), net, taxes.get(i)));
        }
        return new TaxedSum(net, List.copyOf(groups), gross.minus(net), gross);
    }
}
