package io.tenantry.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.invoicing.Taxation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesInForceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final TaxRate country = rate("", "GST", "5", "2020-01-01", null);
    private final TaxRate ontario = rate("ON", "HST", "13", "2020-01-01", null);
    private final TaxRate quebec = rate("QC", "QST", "9.975", "2020-01-01", null);
    private final TaxRate quebecToo = rate("QC", "GST", "5", "2020-01-01", null);
    private final List<TaxRate> canada = List.of(country, ontario, quebec, quebecToo);

    @Test
    void aRegionWithRatesOfItsOwnHasNoneOfTheCountry() {
        assertThat(in("ON", DAY)).containsExactly("HST 13");
    }

    @Test
    void severalAreDueTogether() {
        assertThat(in("QC", DAY)).containsExactly("GST 5", "QST 9.975");
    }

    @Test
    void anyOtherPlaceHasThoseOfTheCountry() {
        assertThat(in("AB", DAY)).containsExactly("GST 5");
        assertThat(in("", DAY)).containsExactly("GST 5");
    }

    @Test
    void aRateIsDueFromItsFirstDayUntilTheDayBeforeItsEnd() {
        TaxRate old = rate("", "IVA", "12", "2020-01-01", "2026-03-01");
        TaxRate young = rate("", "IVA", "15", "2026-03-01", null);
        List<TaxRate> both = List.of(old, young);

        assertThat(texts(RatesInForce.of(both, "", DAY.minusDays(1)))).containsExactly("IVA 12");
        assertThat(texts(RatesInForce.of(both, "", DAY))).containsExactly("IVA 15");
        assertThat(RatesInForce.of(both, "", LocalDate.parse("2019-12-31"))).isEmpty();
    }

    @Test
    void aRegionWhoseRatesAreOverHasThoseOfTheCountryAgain() {
        TaxRate over = rate("BC", "HST", "12", "2020-01-01", "2025-01-01");

        assertThat(texts(RatesInForce.of(List.of(country, over), "BC", DAY))).containsExactly("GST 5");
    }

    private List<String> in(String region, LocalDate day) {
        return texts(RatesInForce.of(canada, region, day));
    }

    private static List<String> texts(List<Taxation.Rate> rates) {
        return rates.stream()
                .map(rate -> rate.name() + " " + rate.percent().toPlainString())
                .toList();
    }

    private static TaxRate rate(String region, String name, String percent, String from, String to) {
        return new TaxRate(
                new TaxRateValues(
                        "CA",
                        region,
                        name,
                        new BigDecimal(percent),
                        LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to)),
                Instant.EPOCH);
    }
}
