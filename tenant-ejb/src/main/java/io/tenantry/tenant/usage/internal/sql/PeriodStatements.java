package io.tenantry.tenant.usage.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.UsagePeriods.Period;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** The billing period in which the thread's tenant consumes. */
public final class PeriodStatements {

    private static final String CURRENT = """
            select cast(c.period_start as text), cast(c.period_end as text)
            from tenant t
            left join usage_period p on p.tenant_id = t.id
            cross join lateral app.usage_period_on(
                p.starts, p.ends, cast(cast(?1 as timestamptz) at time zone t.time_zone as date)) as c
            where t.id = app.tenant()
            """;

    private static final String SET = """
            select 1 from app.set_usage_periods(
                array[cast(?1 as uuid)], array[cast(?2 as date)], array[cast(?3 as date)])
            """;

    private static final String TODAY = """
            select cast(cast(cast(?1 as timestamptz) at time zone t.time_zone as date) as text)
            from tenant t
            where t.id = app.tenant()
            """;

    private PeriodStatements() {}

    /** On the tenant's own calendar. */
    public static LocalDate today(EntityManager entityManager, Instant now) {
        return LocalDate.parse((String) entityManager
                .createNativeQuery(TODAY)
                .setParameter(1, Timestamp.from(now))
                .getSingleResult());
    }

    public static Period current(EntityManager entityManager, Instant now) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(CURRENT)
                .setParameter(1, Timestamp.from(now))
                .getSingleResult();
        return new Period(LocalDate.parse((String) row[0]), LocalDate.parse((String) row[1]));
    }

    public static void set(EntityManager entityManager, TenantId tenant, LocalDate starts, LocalDate ends) {
        entityManager
                .createNativeQuery(SET)
                .setParameter(1, tenant.value())
                .setParameter(2, starts.toString())
                .setParameter(3, ends.toString())
                .getResultList();
    }
}
