package io.tenantry.tenant.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All kinds of widgets, gathered from all modules. */
@ApplicationScoped
public class WidgetCatalog {

    @Inject
    @Any
    Instance<WidgetSource> sources;

    /** By name. */
    public List<WidgetType> all() {
        return sources.stream()
                .flatMap(source -> source.widgets().stream())
                .sorted(Comparator.comparing(WidgetType::type))
                .toList();
    }

    Optional<WidgetType> find(String type) {
        return all().stream().filter(widget -> widget.type().equals(type)).findFirst();
    }
}
