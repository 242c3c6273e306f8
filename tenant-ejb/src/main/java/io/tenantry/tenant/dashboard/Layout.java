package io.tenantry.tenant.dashboard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** Widgets on a grid of 12 columns. */
public record Layout(
        @NotNull @Size(min = 0, max = Layout.MAX_WIDGETS) List<@NotNull @Valid Widget> widgets) {

    static final int MAX_WIDGETS = 24;
    static final int COLUMNS = 12;
    static final int ROWS = 100;

    /**
     * One of them.
     *
     * @param x cells from the left, {@code y} from the top, {@code w} wide and {@code h} high
     * @param options by their names; {@code null} for none
     */
    public record Widget(
            @NotNull String type,
            @NotNull Integer x,
            @NotNull Integer y,
            @NotNull Integer w,
            @NotNull Integer h,
            Map<String, Object> options) {

        public Widget {
            options = options == null ? Map.of() : options;
        }

        boolean overlaps(Widget other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }
}
