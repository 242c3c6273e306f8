package io.tenantry.tenant.event;

import java.util.List;

/** What a module publishes; make it a bean, and webhooks can be told of it. */
public interface EventTypeSource {

    List<EventType> eventTypes();
}
