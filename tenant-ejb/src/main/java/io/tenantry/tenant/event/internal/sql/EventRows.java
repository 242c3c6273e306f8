package io.tenantry.tenant.event.internal.sql;

import io.tenantry.tenant.event.PublishedEvent;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Events of the thread's tenant. */
public final class EventRows {

    private static final String LAST =
            "select coalesce(max(last), 0) from tenant_event_count where tenant_id = app.tenant()";

    private static final String KEPT = """
            select count(*) from tenant_event
            where tenant_id = app.tenant() and number = ?1 and created_at >= cast(?2 as timestamptz)
            """;

    private static final String AFTER = """
            select number, type, created_at, cast(data as text), cast(previous as text)
            from tenant_event
            where tenant_id = app.tenant() and number > ?1
            order by number
            limit ?2
            """;

    private EventRows() {}

    /** The number of the last one; zero if there was none. */
    public static long last(EntityManager em) {
        return ((Number) em.createNativeQuery(LAST).getSingleResult()).longValue();
    }

    public static boolean isKept(EntityManager em, long number, Instant since) {
        Number found = (Number) em.createNativeQuery(KEPT)
                .setParameter(1, number)
                .setParameter(2, Timestamp.from(since))
                .getSingleResult();
        return found.longValue() > 0;
    }

    public static List<PublishedEvent> after(EntityManager em, long number, int most) {
        List<?> rows = em.createNativeQuery(AFTER)
                .setParameter(1, number)
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new PublishedEvent(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        ((Timestamp) row[2]).toInstant(),
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }
}
