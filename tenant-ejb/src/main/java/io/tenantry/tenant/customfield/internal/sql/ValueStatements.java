package io.tenantry.tenant.customfield.internal.sql;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.customfield.internal.FieldType;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements on {@code tenant_custom_value} that JPQL has no words for. */
public final class ValueStatements {

    /** Waits for whoever changes a field; from then on it stays as it is until the transaction ends. */
    private static final String HOLD = """
            select f.id from tenant_custom_field f
            where f.tenant_id = app.tenant() and f.entity = ?1
            order by f.id
            for key share
            """;

    /** Waits for a transaction that is about to take the same value of a unique field. */
    private static final String INSERT = """
            insert into tenant_custom_value
                (tenant_id, id, entity, entity_id, field_id, %1$s, unique_key, created_at, version)
            values (app.tenant(), ?1, ?2, ?3, ?4, cast(?5 as %2$s), case when ?6 then cast(?5 as text) end, ?7, 1)
            on conflict (tenant_id, field_id, unique_key) where unique_key is not null do nothing
            """;

    /** The value as {@link FieldType#written} has it. */
    private static final String WRITTEN = """
            coalesce(
                text_value, cast(trim_scale(number_value) as text), cast(boolean_value as text),
                to_char(date_value, 'YYYY-MM-DD'))
            """;

    private static final String SET_UNIQUE = """
            update tenant_custom_value
            set unique_key = case when ?2 then %s end, version = version + 1
            where tenant_id = app.tenant() and field_id = ?1
            """.formatted(WRITTEN);

    /** Moves values to the columns of another type. */
    private static final String CONVERT = """
            update tenant_custom_value v
            set %s, unique_key = case when ?2 then x.value end, version = v.version + 1
            from jsonb_to_recordset(cast(?1 as jsonb)) as x (id uuid, value text)
            where v.tenant_id = app.tenant() and v.id = x.id
            """;

    private ValueStatements() {}

    /** @return whether there are any fields */
    public static boolean hold(EntityManager entityManager, String entity) {
        return !entityManager
                .createNativeQuery(HOLD)
                .setParameter(1, entity)
                .getResultList()
                .isEmpty();
    }

    /** What a value belongs to. */
    public record Place(String entity, UUID row, UUID field, FieldType type, boolean unique) {}

    /**
     * @param written as {@link FieldType#written} has it
     * @return whether it was free
     */
    public static boolean insert(EntityManager entityManager, Place place, String written, Instant now) {
        return entityManager
                        .createNativeQuery(INSERT.formatted(
                                place.type().column(), place.type().sqlType()))
                        .setParameter(1, Ids.next())
                        .setParameter(2, place.entity())
                        .setParameter(3, place.row())
                        .setParameter(4, place.field())
                        .setParameter(5, written)
                        .setParameter(6, place.unique())
                        .setParameter(7, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    /** @throws ProblemException {@code conflict} if several rows have the same value */
    public static void setUnique(EntityManager entityManager, UUID field, boolean unique) {
        execute(entityManager
                .createNativeQuery(SET_UNIQUE)
                .setParameter(1, field)
                .setParameter(2, unique));
    }

    /**
     * @param written by id, as {@link FieldType#written} has the new values
     * @throws ProblemException {@code conflict} if several rows of a unique field now have the same value
     */
    public static void convert(EntityManager entityManager, FieldType to, boolean unique, Map<UUID, String> written) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        written.forEach((id, value) ->
                rows.add(JSON.createObjectBuilder().add("id", id.toString()).add("value", value)));
        execute(entityManager
                .createNativeQuery(CONVERT.formatted(assignments(to)))
                .setParameter(1, rows.build().toString())
                .setParameter(2, unique));
    }

    private static String assignments(FieldType to) {
        return Arrays.stream(FieldType.values())
                .map(FieldType::column)
                .distinct()
                .map(column -> column + " = "
                        + (column.equals(to.column()) ? "cast(x.value as %s)".formatted(to.sqlType()) : "null"))
                .collect(Collectors.joining(", "));
    }

    private static void execute(Query statement) {
        Text duplicates = Text.of("tenant.custom-field-duplicates");
        Flush.run(statement::executeUpdate, duplicates, duplicates);
    }
}
