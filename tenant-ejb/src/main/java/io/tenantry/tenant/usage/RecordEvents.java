package io.tenantry.tenant.usage;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.PlanSubjects;
import io.tenantry.tenant.usage.internal.EventRules;
import io.tenantry.tenant.usage.internal.sql.EventStatements;
import io.tenantry.tenant.usage.internal.sql.WarningStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts what has been consumed elsewhere, each event once. It has happened, so no limit refuses it; what comes after its
 * period was invoiced is on the next invoice.
 */
@Stateless
public class RecordEvents {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    UsageThresholds thresholds;

    @Inject
    TellUsage tell;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** For the events of a call: code of the rule that one breaks, if it cannot be counted. */
    public Function<UsageEvent, Optional<String>> rules() {
        return new EventRules(subjects, clock.now())::broken;
    }

    /**
     * Counts those that are new.
     *
     * @param events none of which breaks one of the {@link #rules}
     * @return how many were
     */
    public int record(Collection<UsageEvent> events) {
        Map<String, UsageEvent> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.id(), event));
        if (distinct.isEmpty()) {
            return 0;
        }
        Instant now = clock.now();
        int accepted = EventStatements.add(entityManager, distinct.values(), now);
        if (accepted > 0) {
            List<String> resources = distinct.values().stream()
                    .map(UsageEvent::resource)
                    .distinct()
                    .sorted()
                    .toList();
            WarningStatements.warn(entityManager, resources, thresholds.all(), now)
                    .forEach(tell::crossed);
            activity.changed(
                    "usage.reported",
                    "tenant",
                    TenantContext.required().value(),
                    null,
                    Map.of("accepted", accepted, "duplicates", events.size() - accepted));
        }
        return accepted;
    }
}
