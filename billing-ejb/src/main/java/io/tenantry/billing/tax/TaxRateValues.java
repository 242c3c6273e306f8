package io.tenantry.billing.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a tax rate says.
 *
 * @param country ISO 3166-1, two letters
 * @param region empty for all of the country, unless the region has rates of its own
 * @param name as invoices say it, such as {@code IVA}
 * @param percent 0 to 100, at most four decimals
 * @param validTo the first day on which it is no longer due, {@code null} while there is no end
 */
public record TaxRateValues(
        String country, String region, String name, BigDecimal percent, LocalDate validFrom, LocalDate validTo) {}
