package io.tenantry.tenant.event.internal.sql;

import io.tenantry.tenant.event.EventType;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The statement on the types of events. */
public final class EventTypeRows {

    private static final String ENTER = """
            insert into event_type (code, live) values (?1, ?2)
            on conflict (code) do update set live = excluded.live where event_type.live <> excluded.live
            """;

    private EventTypeRows() {}

    /** @param types in the order of their codes, as every node has them: so none waits for another in a circle */
    public static void enter(EntityManager em, List<EventType> types) {
        types.forEach(type -> em.createNativeQuery(ENTER)
                .setParameter(1, type.code())
                .setParameter(2, type.live())
                .executeUpdate());
    }
}
