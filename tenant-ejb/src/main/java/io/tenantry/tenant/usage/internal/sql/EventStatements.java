package io.tenantry.tenant.usage.internal.sql;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.tenant.usage.UsageEvent;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;

/** Events of the thread's tenant, many in one statement. */
public final class EventStatements {

    private static final String ADD = "select app.add_events(cast(?1 as json), cast(?2 as timestamptz))";

    private EventStatements() {}

    /** @return how many had an id that was not known */
    public static int add(EntityManager entityManager, Collection<UsageEvent> events, Instant now) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        events.forEach(event -> array.add(JSON.createObjectBuilder()
                .add("id", event.id())
                .add("resource", event.resource())
                .add("quantity", event.quantity())
                .add("at", event.at().toString())));
        return ((Number) entityManager
                        .createNativeQuery(ADD)
                        .setParameter(1, array.build().toString())
                        .setParameter(2, Timestamp.from(now))
                        .getSingleResult())
                .intValue();
    }
}
