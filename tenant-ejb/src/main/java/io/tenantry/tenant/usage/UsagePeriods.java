package io.tenantry.tenant.usage;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.usage.internal.sql.PeriodStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/**
 * The periods in which the thread's tenant consumes: calendar months, unless its billing says otherwise. For many tenants
 * at once jobs call {@code app.set_usage_periods}.
 */
@Stateless
public class UsagePeriods {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** @param ends exclusive */
    public record Period(LocalDate starts, LocalDate ends) {}

    /** The period of today, on the tenant's own calendar. */
    public Period current() {
        TenantContext.required();
        return PeriodStatements.current(entityManager, clock.now());
    }

    /**
     * Opens a period. Waits for those who still count in the one before; what comes for that one from now on is late.
     *
     * @param ends exclusive
     */
    public void set(LocalDate starts, LocalDate ends) {
        PeriodStatements.set(entityManager, TenantContext.required(), starts, ends);
    }
}
