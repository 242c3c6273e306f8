package io.tenantry.tenant.activity.internal.sql;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.id.Ids;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Adds many entries at once. */
public final class EntryStatements {

    /** The same actor, time and action as of an entry that is there. */
    private static final String ADD = """
            insert into tenant_activity_log
                (tenant_id, id, created_at, actor_id, actor, actor_kind, acting_as, action, entity, entity_id, after,
                 request_id, version)
            select e.tenant_id, x.id, e.created_at, e.actor_id, e.actor, e.actor_kind, e.acting_as, e.action, e.entity,
                   x.entity_id, x.after, e.request_id, e.version
            from tenant_activity_log e
            cross join jsonb_to_recordset(cast(?1 as jsonb)) as x (id uuid, entity_id uuid, after text)
            where e.tenant_id = app.tenant() and e.created_at = ?2 and e.id = ?3
            """;

    private EntryStatements() {}

    /**
     * @param like the id of an entry that is stored
     * @param at its time
     * @param after by what the entry is about
     */
    public static void add(EntityManager entityManager, UUID like, Instant at, Map<UUID, String> after) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        after.forEach((entity, json) -> rows.add(JSON.createObjectBuilder()
                .add("id", Ids.next().toString())
                .add("entity_id", entity.toString())
                .add("after", json)));
        entityManager
                .createNativeQuery(ADD)
                .setParameter(1, rows.build().toString())
                .setParameter(2, Timestamp.from(at))
                .setParameter(3, like)
                .executeUpdate();
    }
}
