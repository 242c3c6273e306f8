package io.tenantry.tenant.customfield.internal.sql;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.id.Ids;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements.Place;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Statements on the values of one field in many rows. */
public final class ManyValues {

    private static final String TAKEN = """
            select v.unique_key from tenant_custom_value v
            where v.tenant_id = app.tenant() and v.field_id = ?1
              and v.unique_key in (select jsonb_array_elements_text(cast(?2 as jsonb)))
            """;

    /** In the order of the values, so that two who enter the same ones do not wait for each other. */
    private static final String INSERT = """
            insert into tenant_custom_value
                (tenant_id, id, entity, entity_id, field_id, %1$s, unique_key, created_at, version)
            select app.tenant(), x.id, ?1, x.entity_id, ?2, cast(x.value as %2$s), case when ?3 then x.value end, ?4, 1
            from jsonb_to_recordset(cast(?5 as jsonb)) as x (id uuid, entity_id uuid, value text)
            order by x.value
            on conflict (tenant_id, field_id, unique_key) where unique_key is not null do nothing
            """;

    private ManyValues() {}

    /** Those of the values, written as {@code FieldType.written} does, that rows have already. */
    @SuppressWarnings("unchecked")
    public static List<String> taken(EntityManager entityManager, UUID field, Collection<String> values) {
        return entityManager
                .createNativeQuery(TAKEN)
                .setParameter(1, field)
                .setParameter(2, JSON.createArrayBuilder(values).build().toString())
                .getResultList();
    }

    /**
     * @param place of which the row is left out
     * @param written by row
     * @return how many were free
     */
    public static int insert(EntityManager entityManager, Place place, Map<UUID, String> written, Instant now) {
        if (written.isEmpty()) {
            return 0;
        }
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        written.forEach((row, value) -> rows.add(JSON.createObjectBuilder()
                .add("id", Ids.next().toString())
                .add("entity_id", row.toString())
                .add("value", value)));
        return entityManager
                .createNativeQuery(
                        INSERT.formatted(place.type().column(), place.type().sqlType()))
                .setParameter(1, place.entity())
                .setParameter(2, place.field())
                .setParameter(3, place.unique())
                .setParameter(4, Timestamp.from(now))
                .setParameter(5, rows.build().toString())
                .executeUpdate();
    }
}
