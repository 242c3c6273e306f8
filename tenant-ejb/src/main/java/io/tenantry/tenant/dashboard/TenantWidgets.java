package io.tenantry.tenant.dashboard;

import io.tenantry.platform.text.Text;
import io.tenantry.tenant.dashboard.WidgetType.Size;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What there is to see of every tenant, whatever its domain. */
@ApplicationScoped
public class TenantWidgets implements WidgetSource {

    @Override
    public List<WidgetType> widgets() {
        return List.of(
                WidgetType.of("members", Text.of("tenant.widget-members"), new Size(2, 1), new Size(6, 6)),
                WidgetType.of(
                        "usage",
                        Text.of("tenant.widget-usage"),
                        new Size(3, 2),
                        new Size(12, 8),
                        new WidgetOption.Choice("chart", List.of("bar", "line", "number")),
                        new WidgetOption.Whole("days", 1, 365)),
                WidgetType.of(
                        "activity",
                        Text.of("tenant.widget-activity"),
                        new Size(3, 2),
                        new Size(12, 12),
                        new WidgetOption.Whole("limit", 1, 50)),
                WidgetType.of(
                                "apiKeys",
                                Text.of("tenant.widget-api-keys"),
                                new Size(3, 2),
                                new Size(12, 8),
                                new WidgetOption.Flag("revoked"))
                        .requiring("apiAccess"));
    }
}
