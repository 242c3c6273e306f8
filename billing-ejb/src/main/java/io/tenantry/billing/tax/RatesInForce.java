package io.tenantry.billing.tax;

import io.tenantry.billing.invoicing.Taxation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Which rates of a country are due. Pure. */
final class RatesInForce {

    private static final Comparator<Taxation.Rate> ORDER =
            Comparator.comparing(Taxation.Rate::name).thenComparing(Taxation.Rate::percent);

    private RatesInForce() {}

    /**
     * A region with rates in force has these and no others; else those of the whole country are due. Where there are
     * several, all are.
     *
     * @param rates of the buyer's country
     * @param region empty for none
     */
    static List<Taxation.Rate> of(List<TaxRate> rates, String region, LocalDate day) {
        List<TaxRate> inForce =
                rates.stream().filter(rate -> rate.isInForce(day)).toList();
        boolean own = !region.isEmpty() && inForce.stream().anyMatch(rate -> rate.isOf(region));
        return inForce.stream()
                .filter(rate -> rate.isOf(own ? region : ""))
                .map(TaxRate::rate)
                .sorted(ORDER)
                .toList();
    }
}
