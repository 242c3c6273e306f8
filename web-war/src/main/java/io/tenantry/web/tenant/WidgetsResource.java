package io.tenantry.web.tenant;

import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.dashboard.WidgetCatalog;
import io.tenantry.tenant.dashboard.WidgetOption;
import io.tenantry.tenant.dashboard.WidgetType;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of widgets that a layout can be made of. */
@Path("dashboard/widgets")
@RequestScoped
@Produces("application/json")
public class WidgetsResource {

    @Inject
    WidgetCatalog catalog;

    @Inject
    TenantFeatures features;

    public record WidgetsView(List<WidgetView> items, String nextCursor) {}

    public record SizeView(int w, int h) {

        static SizeView of(WidgetType.Size size) {
            return new SizeView(size.w(), size.h());
        }
    }

    /** {@code values} for a choice, {@code min} and {@code max} for a whole number; else {@code null}. */
    public record OptionView(String name, String type, List<String> values, Integer min, Integer max) {

        static OptionView of(WidgetOption option) {
            if (option instanceof WidgetOption.Choice choice) {
                return new OptionView(option.name(), "choice", choice.values(), null, null);
            }
            return option instanceof WidgetOption.Whole whole
                    ? new OptionView(option.name(), "whole", null, whole.min(), whole.max())
                    : new OptionView(option.name(), "flag", null, null, null);
        }
    }

    /**
     * A kind of widget.
     *
     * @param title by language
     * @param feature {@code null} if every plan has it
     * @param available whether the tenant has it
     */
    public record WidgetView(
            String type,
            Map<String, String> title,
            String feature,
            boolean available,
            SizeView smallest,
            SizeView largest,
            List<OptionView> options) {

        static WidgetView of(WidgetType widget, Set<String> available) {
            return new WidgetView(
                    widget.type(),
                    titles(widget.title()),
                    widget.feature().orElse(null),
                    widget.feature().map(available::contains).orElse(true),
                    SizeView.of(widget.smallest()),
                    SizeView.of(widget.largest()),
                    widget.options().stream().map(OptionView::of).toList());
        }

        private static Map<String, String> titles(Text title) {
            Map<String, String> titles = new TreeMap<>();
            Texts.LANGUAGES.forEach(language -> titles.put(language.getLanguage(), Texts.resolve(title, language)));
            return titles;
        }
    }

    @GET
    @RequiresPermission("dashboard:read")
    public WidgetsView list() {
        Set<String> available = features.ofCurrentTenant();
        return new WidgetsView(
                catalog.all().stream()
                        .map(widget -> WidgetView.of(widget, available))
                        .toList(),
                null);
    }
}
