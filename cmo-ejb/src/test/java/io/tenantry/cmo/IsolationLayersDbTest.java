package io.tenantry.cmo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.cmo.alerta.Alerta;
import io.tenantry.cmo.alerta.AlertaSeverity;
import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoValues;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each isolation layer blocks alone, and without both the other tenant's rows are open: so the test can fail. */
class IsolationLayersDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit WITH_PREDICATE = unit(Map.of());
    private static final StandaloneUnit WITHOUT_PREDICATE =
            unit(Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TenantId victim = tenant();
    private final TenantId attacker = tenant();
    private final List<String> opened = new ArrayList<>();
    private UUID precinto;
    private UUID transito;
    private UUID alerta;

    @BeforeEach
    void rowsOfTheVictim() {
        precinto = saved(victim, new Precinto(precintoValues(), NOW));
        transito = saved(victim, new Transito(transitoValues(precinto), NOW));
        alerta = saved(victim, new Alerta(alertaValues(precinto, transito), NOW));
    }

    @AfterEach
    void bothLayersAgain() {
        opened.forEach(table -> rls(table, "enable"));
    }

    @AfterAll
    static void close() {
        WITH_PREDICATE.close();
        WITHOUT_PREDICATE.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {Precinto.class, Transito.class, Alerta.class})
    void theOwnTenantReachesItsRow(Class<?> type) {
        assertThat(waysTo(type, WITH_PREDICATE, victim)).containsExactly("find", "query", "update", "delete");
    }

    @ParameterizedTest
    @ValueSource(classes = {Precinto.class, Transito.class, Alerta.class})
    void bothLayersBlock(Class<?> type) {
        assertThat(waysTo(type, WITH_PREDICATE, attacker)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Precinto.class, Transito.class, Alerta.class})
    void theDatabaseAloneBlocks(Class<?> type) {
        assertThat(waysTo(type, WITHOUT_PREDICATE, attacker)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Precinto.class, Transito.class, Alerta.class})
    void thePredicateAloneBlocks(Class<?> type) {
        open(type.getSimpleName());

        assertThat(waysTo(type, WITH_PREDICATE, attacker)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Precinto.class, Transito.class, Alerta.class})
    void withoutBothLayersTheRowIsOpen(Class<?> type) {
        open(type.getSimpleName());

        // the tenant stays part of the key, so an id alone finds nothing even then
        assertThat(waysTo(type, WITHOUT_PREDICATE, attacker)).containsExactly("query", "update", "delete");
    }

    @Test
    void aTransitNeverRefersToASealOfAnotherTenant() {
        assertThatThrownBy(() -> saved(attacker, new Transito(transitoValues(precinto), NOW)))
                .hasMessageContaining("transito_tenant_id_precinto_id_fkey");
    }

    @Test
    void anAlertNeverRefersToASealOfAnotherTenant() {
        assertThatThrownBy(() -> saved(attacker, new Alerta(alertaValues(precinto, null), NOW)))
                .hasMessageContaining("alerta_tenant_id_precinto_id_fkey");
    }

    @Test
    void anAlertNeverRefersToATransitOfAnotherTenant() {
        UUID own = saved(attacker, new Precinto(precintoValues(), NOW));

        assertThatThrownBy(() -> saved(attacker, new Alerta(alertaValues(own, transito), NOW)))
                .hasMessageContaining("alerta_tenant_id_transito_id_precinto_id_fkey");
    }

    @Test
    void theSameCodeMayBeUsedByEachTenant() {
        assertThat(saved(attacker, new Precinto(precintoValues(), NOW))).isNotEqualTo(precinto);
        assertThatThrownBy(() -> saved(victim, new Precinto(precintoValues(), NOW)))
                .hasMessageContaining("precinto_tenant_id_code_key");
    }

    @Test
    void aThreadWithoutTenantWritesNothing() {
        assertThatThrownBy(() -> WITH_PREDICATE.transaction(em -> em.persist(new Precinto(precintoValues(), NOW))))
                .isInstanceOf(RuntimeException.class);
    }

    /** The ways to the victim's row that are open. */
    private List<String> waysTo(Class<?> type, StandaloneUnit unit, TenantId as) {
        UUID id = type == Precinto.class ? precinto : type == Transito.class ? transito : alerta;
        if (type != Alerta.class) {
            removeWhatRefersTo(type);
        }
        String entity = type.getSimpleName();
        return TenantContext.call(as, () -> {
            boolean found = unit.inTransaction(em -> em.find(type, id) != null);
            boolean listed = unit.inTransaction(em -> !em.createQuery("select e from " + entity + " e where e.id = :id")
                    .setParameter("id", id)
                    .getResultList()
                    .isEmpty());
            boolean updated = unit.inTransaction(em -> execute(
                    em.createQuery("update " + entity + " e set e.createdAt = e.createdAt where e.id = :id"), id));
            boolean deleted = unit.inTransaction(
                    em -> execute(em.createQuery("delete from " + entity + " e where e.id = :id"), id));
            return Map.of("find", found, "query", listed, "update", updated, "delete", deleted).entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparing(List.of("find", "query", "update", "delete")::indexOf))
                    .toList();
        });
    }

    private static boolean execute(Query query, UUID id) {
        return query.setParameter("id", id).executeUpdate() == 1;
    }

    /** So that only isolation can refuse a delete. */
    private void removeWhatRefersTo(Class<?> type) {
        TenantContext.run(
                victim,
                () -> WITH_PREDICATE.transaction(em -> {
                    em.remove(em.find(Alerta.class, alerta));
                    em.flush();
                    if (type == Precinto.class) {
                        em.remove(em.find(Transito.class, transito));
                    }
                }));
    }

    private static UUID saved(TenantId tenant, TenantEntity entity) {
        TenantContext.run(tenant, () -> WITH_PREDICATE.transaction(em -> em.persist(entity)));
        return entity.id();
    }

    private static PrecintoValues precintoValues() {
        return new PrecintoValues("S-1", PrecintoStatus.available, 80, null, null);
    }

    private static TransitoValues transitoValues(UUID precinto) {
        return new TransitoValues("T-1", precinto, "Quito", "Manta", "ABC-123", null, null);
    }

    private static AlertaValues alertaValues(UUID precinto, UUID transito) {
        return new AlertaValues(precinto, transito, AlertaType.tamper, AlertaSeverity.high, "The seal was cut.", null);
    }

    private static StandaloneUnit unit(Map<String, Object> overrides) {
        return new StandaloneUnit("cmoPU", DATABASE.app(), overrides);
    }

    private void open(String table) {
        opened.add(table);
        rls(table, "disable");
    }

    private static void rls(String table, String change) {
        DATABASE.superuser("alter table %s %s row level security".formatted(table, change));
    }

    private static TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(id, id.toString().replace("-", "")));
        return id;
    }
}
