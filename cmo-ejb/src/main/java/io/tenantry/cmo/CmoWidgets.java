package io.tenantry.cmo;

import io.tenantry.platform.text.Text;
import io.tenantry.tenant.dashboard.WidgetOption;
import io.tenantry.tenant.dashboard.WidgetSource;
import io.tenantry.tenant.dashboard.WidgetType;
import io.tenantry.tenant.dashboard.WidgetType.Size;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What there is to see of seals, transits and alerts. */
@ApplicationScoped
public class CmoWidgets implements WidgetSource {

    @Override
    public List<WidgetType> widgets() {
        return List.of(
                WidgetType.of(
                        "precintosByStatus",
                        Text.of("cmo.widget-precintos-by-status"),
                        new Size(2, 2),
                        new Size(12, 8),
                        new WidgetOption.Choice("chart", List.of("bar", "ring"))),
                WidgetType.of(
                        "openAlertas",
                        Text.of("cmo.widget-open-alertas"),
                        new Size(3, 2),
                        new Size(12, 12),
                        new WidgetOption.Whole("limit", 1, 50)),
                WidgetType.of(
                        "transitosInProgress",
                        Text.of("cmo.widget-transitos-in-progress"),
                        new Size(3, 2),
                        new Size(12, 12),
                        new WidgetOption.Whole("limit", 1, 50)));
    }
}
