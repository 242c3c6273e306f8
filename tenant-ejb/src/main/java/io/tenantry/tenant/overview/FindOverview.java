package io.tenantry.tenant.overview;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.overview.internal.sql.OverviewRows;
import io.tenantry.tenant.registry.TenantStatus;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Counts in the shared tables; no row of a tenant is read. */
@Stateless
public class FindOverview {

    private static final int DAYS = 30;
    private static final Duration SOON = Duration.ofDays(7);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public Overview now() {
        Instant now = clock.now();
        Map<String, Long> byStatus = new LinkedHashMap<>();
        for (TenantStatus status : TenantStatus.values()) {
            byStatus.put(status.code(), 0L);
        }
        byStatus.putAll(OverviewRows.tenantsByStatus(entityManager));
        return new Overview(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus,
                OverviewRows.tenantsByPlan(entityManager),
                createdByDay(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                OverviewRows.trialsEnding(entityManager, now, now.plus(SOON)),
                OverviewRows.accounts(entityManager),
                OverviewRows.liveSessions(entityManager, clock.wallClock()));
    }

    private List<Overview.Day> createdByDay(LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Long> counts = OverviewRows.createdByDay(entityManager, first);
        return LongStream.range(0, DAYS)
                .mapToObj(first::plusDays)
                .map(day -> new Overview.Day(day, counts.getOrDefault(day, 0L)))
                .toList();
    }
}
