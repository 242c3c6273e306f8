package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount so that the parts come to it exactly: by largest remainder (Hamilton's method). */
final class Allocation {

    private Allocation() {}

    /**
     * The parts, in the order of their weights.
     *
     * @param weights of which the sum is not zero, unless the amount is; negative ones get parts of the other sign
     */
    static List<Money> of(Money amount, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.isZero() || sum.signum() == 0) {
            return weights.stream().map(weight -> Money.zero(amount.currency())).toList();
        }
        int scale = amount.amount().scale();
        List<BigDecimal> floors = new ArrayList<>();
        List<BigDecimal> rests = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal product = amount.amount().multiply(weight);
            BigDecimal floor = product.divide(sum, scale, RoundingMode.FLOOR);
            floors.add(floor);
            // compared as numerators over the common sum, which keeps them exact
            rests.add(product.subtract(floor.multiply(sum)).multiply(BigDecimal.valueOf(sum.signum())));
        }
        BigDecimal missing = amount.amount().subtract(floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        int units = missing.divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rests.get(i)).reversed())
                .limit(units)
                .forEach(i -> floors.set(i, floors.get(i).add(unit)));
        return floors.stream()
                .map(part -> new Money(part.setScale(scale), amount.currency()))
                .toList();
    }
}
