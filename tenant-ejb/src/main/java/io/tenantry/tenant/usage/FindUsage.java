package io.tenantry.tenant.usage;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.plan.LimitedResource;
import io.tenantry.tenant.plan.PlanSubjects;
import io.tenantry.tenant.usage.UsagePeriods.Period;
import io.tenantry.tenant.usage.internal.sql.PeriodStatements;
import io.tenantry.tenant.usage.internal.sql.UsageRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads what the thread's tenant uses, now and on the days before. */
@Stateless
public class FindUsage {

    /** The longest range. */
    private static final int DAYS = 400;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    UsageThresholds thresholds;

    @Inject
    BusinessClock clock;

    /** Of every resource that is metered, in the running period. */
    public CurrentUsage current() {
        TenantContext.required();
        Instant now = clock.now();
        Period period = PeriodStatements.current(entityManager, now);
        List<String> resources =
                subjects.metered().stream().map(LimitedResource::name).toList();
        return new CurrentUsage(period, UsageRows.current(entityManager, resources, period, now));
    }

    /** Of its plan, ISO 4217. */
    public String currency() {
        return entityManager
                .createQuery(
                        "select p.currency from Tenant t join TenantPlan p on p.id = t.planId where t.id = :tenant",
                        String.class)
                .setParameter("tenant", TenantContext.required().value())
                .getSingleResult();
    }

    /** From how much percent on a standing is a warning. */
    public int warningFrom() {
        return thresholds.lowest();
    }

    /**
     * @param from {@code null} for 29 days before today
     * @param to exclusive; {@code null} for tomorrow
     * @param months whether days are summed up by calendar month
     * @throws ProblemException {@code validation}
     */
    public List<UsageSpan> history(String resource, LocalDate from, LocalDate to, boolean months) {
        TenantContext.required();
        Instant now = clock.now();
        if (resource == null) {
            throw ProblemException.invalid("/resource", "validation.required");
        }
        if (subjects.metered().stream().noneMatch(metered -> metered.name().equals(resource))) {
            throw ProblemException.invalid("/resource", "validation.reference");
        }
        LocalDate tomorrow = PeriodStatements.today(entityManager, now).plusDays(1);
        LocalDate ends = to == null ? tomorrow : to;
        LocalDate starts = from == null ? ends.minusDays(30) : from;
        if (!starts.isBefore(ends) || ChronoUnit.DAYS.between(starts, ends) > DAYS) {
            throw ProblemException.invalid("/to", "tenant.usage-range", DAYS);
        }
        Period range = new Period(starts, ends.isBefore(tomorrow) ? ends : tomorrow);
        return UsageRows.history(entityManager, resource, range, months, now);
    }
}
