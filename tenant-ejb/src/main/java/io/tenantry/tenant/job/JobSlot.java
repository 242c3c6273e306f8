package io.tenantry.tenant.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The beginning of a local day: what belongs to the days before it is complete.
 *
 * @param zone that of the tenants whose turn it is
 */
public record JobSlot(LocalDate day, ZoneId zone) {

    /** The time by which the job does business, also if it runs late. */
    public Instant at() {
        return day.atStartOfDay(zone).toInstant();
    }
}
