package io.tenantry.tenant.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The platform at a glance.
 *
 * @param tenantsByStatus every status, also those no tenant has
 * @param tenantsByPlan by code; plans made for one tenant are together {@code custom}
 * @param createdByDay of the last 30 days in UTC, today included, oldest first
 * @param trialsEndingSoon in the next 7 days
 * @param liveSessions that have neither ended nor expired
 */
public record Overview(
        long tenants,
        Map<String, Long> tenantsByStatus,
        Map<String, Long> tenantsByPlan,
        List<Day> createdByDay,
        long trialsEndingSoon,
        long accounts,
        long liveSessions) {

    /** How many tenants were created on a day. */
    public record Day(LocalDate day, long count) {}
}
