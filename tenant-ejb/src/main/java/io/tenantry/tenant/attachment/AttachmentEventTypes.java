package io.tenantry.tenant.attachment;

import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Files that come and go. */
@ApplicationScoped
public class AttachmentEventTypes implements EventTypeSource {

    @Override
    public List<EventType> eventTypes() {
        return List.of(EventType.of("tenant", "attachment.added"), EventType.of("tenant", "attachment.deleted"));
    }
}
