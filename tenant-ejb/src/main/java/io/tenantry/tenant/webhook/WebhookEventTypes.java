package io.tenantry.tenant.webhook;

import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What happens to endpoints themselves. */
@ApplicationScoped
public class WebhookEventTypes implements EventTypeSource {

    /** Of the event that an endpoint is sent to try it; nobody subscribes to it. */
    static final String TEST = "webhook.test";

    @Override
    public List<EventType> eventTypes() {
        return Stream.of(
                        "webhook.created",
                        "webhook.changed",
                        "webhook.deleted",
                        "webhook.secretRotated",
                        "webhook.failed")
                .map(code -> EventType.of("tenant", code))
                .toList();
    }
}
