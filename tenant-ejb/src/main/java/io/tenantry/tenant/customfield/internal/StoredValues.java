package io.tenantry.tenant.customfield.internal;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads values as they are shown. */
public final class StoredValues {

    private static final String SELECT = """
            select v.entityId, f.fieldKey, v.textValue, v.numberValue, v.booleanValue, v.dateValue
            from CustomValue v, TenantCustomField f
            where v.entity = :entity and v.entityId in :rows and f.id = v.fieldId
            order by f.position, f.id
            """;

    private static final String OF_FIELD = """
            select v.id, v.entityId, v.textValue, v.numberValue, v.booleanValue, v.dateValue
            from CustomValue v
            where v.fieldId = :field and v.id > :after
            order by v.id
            """;

    private static final int CHUNK = 1_000;

    private StoredValues() {}

    /** By row and key, in the order of the fields; rows without any are absent. */
    public static Map<UUID, Map<String, Object>> of(EntityManager entityManager, String entity, Collection<UUID> rows) {
        Map<UUID, Map<String, Object>> values = new HashMap<>();
        if (!rows.isEmpty()) {
            entityManager
                    .createQuery(SELECT, Object[].class)
                    .setParameter("entity", entity)
                    .setParameter("rows", rows)
                    .getResultList()
                    .forEach(found -> values.computeIfAbsent((UUID) found[0], row -> new LinkedHashMap<>())
                            .put((String) found[1], shown(found)));
        }
        return values;
    }

    /** All values of a field, a thousand at a time, by the id of the value: the row and the value as text. */
    public static void ofField(EntityManager entityManager, UUID field, Consumer<Map<UUID, Written>> work) {
        UUID after = new UUID(0, 0);
        Map<UUID, Written> some = after(entityManager, field, after);
        while (!some.isEmpty()) {
            work.accept(some);
            for (UUID id : some.keySet()) {
                after = id;
            }
            some = after(entityManager, field, after);
        }
    }

    /** A row's value as {@link FieldType#written} has it. */
    public record Written(UUID row, String value) {}

    private static Map<UUID, Written> after(EntityManager entityManager, UUID field, UUID after) {
        Map<UUID, Written> values = new LinkedHashMap<>();
        entityManager
                .createQuery(OF_FIELD, Object[].class)
                .setParameter("field", field)
                .setParameter("after", after)
                .setMaxResults(CHUNK)
                .getResultList()
                .forEach(found ->
                        values.put((UUID) found[0], new Written((UUID) found[1], FieldType.written(filled(found)))));
        return values;
    }

    private static Object shown(Object[] found) {
        Object value = filled(found);
        return value instanceof BigDecimal number ? FieldType.plain(number) : FieldType.shown(value);
    }

    /** The one of the typed columns that has the value. */
    private static Object filled(Object[] found) {
        return Arrays.stream(found, 2, found.length)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
