package io.tenantry.tenant.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** All types of events, gathered from all modules. */
@ApplicationScoped
public class EventTypes {

    @Inject
    @Any
    Instance<EventTypeSource> sources;

    /** By code. */
    public List<EventType> all() {
        return sources.stream()
                .flatMap(source -> source.eventTypes().stream())
                .sorted(Comparator.comparing(EventType::code))
                .toList();
    }

    public boolean exists(String code) {
        return all().stream().anyMatch(type -> type.code().equals(code));
    }
}
