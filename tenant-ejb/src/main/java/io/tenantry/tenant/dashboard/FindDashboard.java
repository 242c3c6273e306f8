package io.tenantry.tenant.dashboard;

import io.tenantry.tenant.dashboard.Layout.Widget;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what is shown. */
@Stateless
public class FindDashboard {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    WidgetCatalog catalog;

    @Inject
    TenantFeatures features;

    /** For all who have no layout of their own. */
    public DashboardView ofTenant() {
        return view(new DashboardRows(entityManager).of(null));
    }

    /** The member's own layout, else that of the tenant; its version is always that of the own one. */
    public DashboardView of(UUID account) {
        DashboardRows rows = new DashboardRows(entityManager);
        Optional<TenantDashboard> own = rows.of(account);
        return own.isPresent() ? view(own) : new DashboardView(ofTenant().widgets(), false, 0);
    }

    private DashboardView view(Optional<TenantDashboard> stored) {
        Set<String> available = features.ofCurrentTenant();
        List<Widget> shown = stored.map(TenantDashboard::widgets).orElse(List.of()).stream()
                .filter(widget -> isShown(widget, available))
                .toList();
        return new DashboardView(
                shown,
                stored.map(TenantDashboard::isOwn).orElse(false),
                stored.map(TenantDashboard::version).orElse(0L));
    }

    private boolean isShown(Widget widget, Set<String> available) {
        return catalog.find(widget.type())
                .filter(type -> type.feature().map(available::contains).orElse(true))
                .isPresent();
    }
}
