package io.tenantry.cmo;

import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What happens to seals, transits and alerts; open pages are told of alerts. */
@ApplicationScoped
public class CmoEventTypes implements EventTypeSource {

    @Override
    public List<EventType> eventTypes() {
        Stream<EventType> quiet = Stream.of(
                        "precinto.created",
                        "precinto.changed",
                        "precinto.deleted",
                        "precinto.armed",
                        "precinto.released",
                        "precinto.tampered",
                        "transito.created",
                        "transito.changed",
                        "transito.deleted",
                        "transito.started",
                        "transito.completed",
                        "transito.cancelled")
                .map(code -> EventType.of("cmo", code));
        Stream<EventType> live = Stream.of(
                        "alerta.created", "alerta.changed", "alerta.deleted", "alerta.acknowledged", "alerta.resolved")
                .map(code -> EventType.live("cmo", code, "alertas:read"));
        return Stream.concat(quiet, live).toList();
    }
}
