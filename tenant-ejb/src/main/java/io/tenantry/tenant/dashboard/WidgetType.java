package io.tenantry.tenant.dashboard;

import io.tenantry.platform.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A kind of widget.
 *
 * @param type its name in layouts
 * @param feature the feature that a plan must have for it, if any
 * @param smallest in cells of the grid, as {@code largest}
 */
public record WidgetType(
        String type, Text title, Optional<String> feature, Size smallest, Size largest, List<WidgetOption> options) {

    /** In cells of the grid. */
    public record Size(int w, int h) {}

    public WidgetType {
        options = List.copyOf(options);
    }

    /** One that every plan has. */
    public static WidgetType of(String type, Text title, Size smallest, Size largest, WidgetOption... options) {
        return new WidgetType(type, title, Optional.empty(), smallest, largest, List.of(options));
    }

    /** The same for plans with a feature. */
    public WidgetType requiring(String name) {
        return new WidgetType(type, title, Optional.of(name), smallest, largest, options);
    }

    Optional<WidgetOption> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }
}
