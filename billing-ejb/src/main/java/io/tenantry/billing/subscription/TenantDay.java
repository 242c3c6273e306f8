package io.tenantry.billing.subscription;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The local days of the thread's tenant. */
@ApplicationScoped
public class TenantDay {

    @Inject
    FindTenants tenants;

    @Inject
    BusinessClock clock;

    public LocalDate today() {
        return of(clock.now());
    }

    /** The day that it is there at a moment. */
    public LocalDate of(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** In which its days begin and end. */
    public ZoneId zone() {
        return ZoneId.of(tenants.get(TenantContext.required().value()).timeZone());
    }
}
