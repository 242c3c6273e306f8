package io.tenantry.tenant.dashboard;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Lays out what is shown: to all, or to one member. */
@Stateless
public class ChangeDashboard {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    WidgetCatalog catalog;

    @Inject
    TenantFeatures features;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param account {@code null} for the layout of the tenant
     * @param expected the version that the caller has seen
     * @throws ProblemException {@code validation}, {@code feature-not-in-plan}, {@code precondition-failed}, and
     *     {@code conflict} for an account that is no member
     */
    public void change(UUID account, OptionalLong expected, Layout layout) {
        new LayoutRules(catalog::find, features::require).check(layout);
        DashboardRows rows = new DashboardRows(entityManager);
        rows.lock();
        TenantDashboard dashboard = rows.of(account).orElseGet(() -> new TenantDashboard(account, clock.now()));
        Versions.require(expected, dashboard.version());
        Map<String, Object> before = dashboard.snapshot();
        dashboard.change(layout);
        if (!entityManager.contains(dashboard)) {
            entityManager.persist(dashboard);
        }
        Text noMember = Text.of("tenant.no-member");
        Flush.now(entityManager, noMember, noMember);
        activity.changed("dashboard.changed", "dashboard", dashboard.id(), before, dashboard.snapshot());
    }

    /** Back to the layout of the tenant; where there is no own one, nothing happens. */
    public void reset(UUID account) {
        DashboardRows rows = new DashboardRows(entityManager);
        rows.lock();
        rows.of(account).ifPresent(dashboard -> {
            entityManager.remove(dashboard);
            activity.deleted("dashboard", dashboard.id(), dashboard.snapshot());
        });
    }
}
