package io.tenantry.tenant.dashboard;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.dashboard.Layout.Widget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A layout: of the tenant, or of one of its members. */
@Entity
@Table(name = "tenant_dashboard")
public class TenantDashboard extends TenantEntity {

    @Column(name = "account_id")
    private UUID accountId;

    private String widgets;

    protected TenantDashboard() {}

    /** @param account {@code null} for that of the tenant */
    TenantDashboard(UUID account, Instant now) {
        super(Ids.next(), now);
        accountId = account;
        widgets = "[]";
    }

    void change(Layout layout) {
        widgets = LayoutText.write(layout.widgets());
    }

    boolean isOwn() {
        return accountId != null;
    }

    List<Widget> widgets() {
        return LayoutText.read(widgets);
    }

    Map<String, Object> snapshot() {
        return Map.of("widgets", widgets);
    }
}
