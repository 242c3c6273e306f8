package io.tenantry.tenant.branding;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;

/** Sets how the tenant looks. */
@Stateless
public class ChangeBranding {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param expected the version that the caller has seen
     * @throws ProblemException {@code validation}, {@code precondition-failed}, {@code feature-not-in-plan}
     */
    @RequiresFeature("whiteLabel")
    public BrandingView change(OptionalLong expected, BrandingValues values) {
        BrandingRows rows = new BrandingRows(entityManager);
        rows.lock();
        TenantBranding branding =
                rows.branding().orElseGet(() -> new TenantBranding(rows.tenant().name(), clock.now()));
        Versions.require(expected, branding.version());
        Map<String, Object> before = branding.snapshot();
        branding.change(values);
        if (!entityManager.contains(branding)) {
            entityManager.persist(branding);
        }
        entityManager.flush();
        activity.changed("branding.changed", "branding", branding.id(), before, branding.snapshot());
        return FindBranding.view(branding, rows);
    }
}
