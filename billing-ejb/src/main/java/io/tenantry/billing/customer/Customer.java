package io.tenantry.billing.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A tenant, as billing sees it.
 *
 * @param currency of its plan
 */
public record Customer(String slug, String name, Locale language, ZoneId zone, Currency currency) {

    /** The tenant's local day at a time. */
    public LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }
}
