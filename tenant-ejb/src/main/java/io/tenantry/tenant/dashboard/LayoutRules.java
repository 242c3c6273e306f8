package io.tenantry.tenant.dashboard;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.dashboard.Layout.Widget;
import io.tenantry.tenant.dashboard.WidgetType.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a layout must keep to: known widgets of a right size, in the grid, beside each other. */
final class LayoutRules {

    private final Function<String, Optional<WidgetType>> types;
    private final Consumer<String> requireFeature;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param requireFeature throws if the tenant does not have it */
    LayoutRules(Function<String, Optional<WidgetType>> types, Consumer<String> requireFeature) {
        this.types = types;
        this.requireFeature = requireFeature;
    }

    /** @throws ProblemException {@code validation}, {@code feature-not-in-plan} */
    void check(Layout layout) {
        List<Widget> widgets = layout.widgets();
        for (int i = 0; i < widgets.size(); i++) {
            String pointer = "/widgets/" + i;
            Widget widget = widgets.get(i);
            types.apply(widget.type())
                    .ifPresentOrElse(
                            type -> check(pointer, widget, type),
                            () -> errors.add(FieldError.of(pointer + "/type", "validation.reference")));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        checkOverlaps(widgets);
        widgets.forEach(widget ->
                types.apply(widget.type()).flatMap(WidgetType::feature).ifPresent(requireFeature));
    }

    private void check(String pointer, Widget widget, WidgetType type) {
        Size smallest = type.smallest();
        Size largest = type.largest();
        if (within(pointer + "/w", widget.w(), smallest.w(), Math.min(largest.w(), Layout.COLUMNS))) {
            within(pointer + "/x", widget.x(), 0, Layout.COLUMNS - widget.w());
        }
        if (within(pointer + "/h", widget.h(), smallest.h(), largest.h())) {
            within(pointer + "/y", widget.y(), 0, Layout.ROWS - widget.h());
        }
        widget.options().forEach((name, value) -> {
            String place = pointer + "/options/" + shown(name);
            type.option(name)
                    .ifPresentOrElse(
                            option -> option.refusal(value)
                                    .ifPresent(detail -> errors.add(new FieldError(place, detail))),
                            () -> errors.add(FieldError.of(place, "validation.unknown-member")));
        });
    }

    private boolean within(String pointer, int value, int min, int max) {
        if (value < min || value > max) {
            errors.add(FieldError.of(pointer, "validation.range", min, max));
            return false;
        }
        return true;
    }

    private static void checkOverlaps(List<Widget> widgets) {
        for (int i = 1; i < widgets.size(); i++) {
            Widget widget = widgets.get(i);
            if (widgets.subList(0, i).stream().anyMatch(widget::overlaps)) {
                throw ProblemException.invalid("/widgets/" + i, "tenant.widget-overlaps");
            }
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.length() > 50 ? clean.substring(0, 50) : clean;
    }
}
