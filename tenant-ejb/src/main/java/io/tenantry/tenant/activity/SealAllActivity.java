package io.tenantry.tenant.activity;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Goes over the tenants with new entries, each in transactions of its own; one node at a time does. */
@ApplicationScoped
public class SealAllActivity {

    private static final System.Logger LOGGER = System.getLogger(SealAllActivity.class.getName());

    @Inject
    ActivityUpkeep upkeep;

    @Inject
    SealActivity seal;

    public void run() {
        upkeep.claim().ifPresent(pass -> {
            boolean complete = true;
            for (TenantId tenant : upkeep.tenantsOf(pass)) {
                complete &= seal(tenant);
            }
            upkeep.finish(pass, complete);
        });
    }

    private boolean seal(TenantId tenant) {
        try {
            TenantContext.run(tenant, () -> {
                while (seal.next()) {
                    // link by link
                }
            });
            return true;
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "the activity log could not be sealed: tenant=" + tenant, e);
            return false;
        }
    }
}
