package io.tenantry.tenant.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields and values are the tenant's own; each isolation layer blocks alone, and without both the rows are open. */
class CustomFieldDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(Map.of());
    private static final StandaloneUnit WITHOUT_PREDICATE =
            unit(Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));

    private final FieldFixture victim = new FieldFixture(DATABASE, UNIT);
    private final TenantId attacker = FieldFixture.tenant(DATABASE);
    private final UUID row = Ids.next();
    private final UUID field = victim.field("size", "text", false);

    @AfterEach
    void bothLayersAgain() {
        rls("enable");
    }

    @AfterAll
    static void close() {
        UNIT.close();
        WITHOUT_PREDICATE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenantCustomField", "CustomValue"})
    void theOwnTenantReachesItsRows(String entity) {
        assertThat(reached(entity, UNIT, victim.tenant())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenantCustomField", "CustomValue"})
    void bothLayersBlock(String entity) {
        assertThat(reached(entity, UNIT, attacker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenantCustomField", "CustomValue"})
    void theDatabaseAloneBlocks(String entity) {
        assertThat(reached(entity, WITHOUT_PREDICATE, attacker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenantCustomField", "CustomValue"})
    void thePredicateAloneBlocks(String entity) {
        rls("disable");
        assertThat(reached(entity, UNIT, attacker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenantCustomField", "CustomValue"})
    void withoutBothLayersTheRowsAreOpen(String entity) {
        rls("disable");
        assertThat(reached(entity, WITHOUT_PREDICATE, attacker)).isTrue();
    }

    @Test
    void anotherTenantSeesNoFieldAndNoValue() {
        victim.set(row, Map.of("size", "x"));

        Map<String, Object> seen = TenantContext.call(
                attacker, () -> UNIT.inTransaction(em -> FieldFixture.fields(em).of(FieldFixture.ENTITY, row)));

        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> TenantContext.call(
                        attacker,
                        () -> UNIT.inTransaction(em ->
                                FieldFixture.fields(em).set(FieldFixture.ENTITY, Ids.next(), Map.of("size", "x")))))
                .hasMessageContaining("validation");
    }

    @Test
    void aValueNeverRefersToAFieldOfAnotherTenant() {
        assertThatThrownBy(() -> DATABASE.superuser("""
                insert into tenant_custom_value
                    (tenant_id, id, entity, entity_id, field_id, text_value, created_at, version)
                values ('%s', '%s', 'things', '%s', '%s', 'x', now(), 1)
                """.formatted(attacker, Ids.next(), row, field)))
                .hasMessageContaining("tenant_custom_value_tenant_id_field_id_fkey");
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        victim.field("number", "number", false);
        victim.field("day", "date", false);
        victim.set(row, Map.of("size", "a", "number", 1, "day", "2026-01-01"));
        List<?> before = ids();

        victim.set(row, Map.of("size", "b", "number", 1.0, "day", "2026-01-01"));

        assertThat(ids()).hasSize(3).filteredOn(before::contains).hasSize(2);
        assertThat(victim.of(row)).containsEntry("size", "b");
    }

    private List<?> ids() {
        return victim.in(em -> em.createQuery("select v.id from CustomValue v where v.entityId = :row")
                .setParameter("row", row)
                .getResultList());
    }

    /** Whether any of the ways to a row reaches the victim's: query, bulk update, bulk delete. */
    private boolean reached(String entity, StandaloneUnit unit, TenantId as) {
        boolean values = entity.equals("CustomValue");
        if (values) {
            victim.set(row, Map.of("size", "x"));
        }
        String which = values ? " x where x.fieldId = :id" : " x where x.id = :id";
        return TenantContext.call(as, () -> {
            boolean listed = unit.inTransaction(em -> !named(em.createQuery("select x from " + entity + which))
                    .getResultList()
                    .isEmpty());
            int updated = unit.inTransaction(em -> named(em.createQuery(
                            "update " + entity + which.replace(" where", " set x.entity = 'things' where")))
                    .executeUpdate());
            int deleted = unit.inTransaction(
                    em -> named(em.createQuery("delete from " + entity + which)).executeUpdate());
            return listed || updated > 0 || deleted > 0;
        });
    }

    private Query named(Query query) {
        return query.setParameter("id", field);
    }

    private static StandaloneUnit unit(Map<String, Object> overrides) {
        return new StandaloneUnit("tenantPU", DATABASE.app(), overrides);
    }

    private static void rls(String change) {
        for (String table : List.of("tenant_custom_field", "tenant_custom_value")) {
            DATABASE.superuser("alter table %s %s row level security".formatted(table, change));
        }
    }
}
