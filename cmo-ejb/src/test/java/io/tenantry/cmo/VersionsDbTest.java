package io.tenantry.cmo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The version of a row counts changes of values that are stored elsewhere, too; rows are deleted with their values. */
class VersionsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TenantId TENANT = new TenantId(Ids.next());

    @BeforeAll
    static void makesTenant() {
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%s', 'acme', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(TENANT));
    }

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theVersionThatIsToldIsTheOneThatIsStored() {
        UUID id = precinto();

        long told = in(em -> {
            Precinto precinto = Versions.load(em, Precinto.class, id, OptionalLong.of(1));
            Versions.raise(em, precinto);
            return precinto.version();
        });

        assertThat(told).isEqualTo(2);
        long stored = in(em -> em.find(Precinto.class, id).version());
        assertThat(stored).isEqualTo(told);
    }

    @Test
    void theVersionThatIsToldIsStoredAfterAChangeOfTheRow() {
        UUID id = precinto();

        long told = in(em -> {
            Precinto precinto = Versions.load(em, Precinto.class, id, OptionalLong.of(1));
            precinto.change(new PrecintoValues(id.toString(), PrecintoStatus.retired, 5, null, null));
            em.flush();
            Versions.raise(em, precinto);
            return precinto.version();
        });

        assertThat(told).isGreaterThan(1);
        long stored = in(em -> em.find(Precinto.class, id).version());
        assertThat(stored).isEqualTo(told);
    }

    @Test
    void valuesAreDeletedWithTheirRowAlsoInBulk() {
        UUID id = precinto();
        UUID other = precinto();
        UUID field = Ids.next();
        DATABASE.superuser("""
                insert into tenant_custom_field (tenant_id, id, entity, key, label, type, required, is_unique, options,
                    position, created_at, version)
                values ('%1$s', '%2$s', 'precintos', 'k', 'K', 'number', false, false, '', 1, now(), 1);
                insert into tenant_custom_value
                    (tenant_id, id, entity, entity_id, field_id, number_value, created_at, version)
                select '%1$s', gen_random_uuid(), 'precintos', cast(e as uuid), '%2$s', 7, now(), 1
                from unnest(array['%3$s', '%4$s']) as e
                """.formatted(TENANT, field, id, other));

        in(em -> em.createQuery("delete from Precinto e where e.id = :id")
                .setParameter("id", id)
                .executeUpdate());

        UUID left = in(em -> em.createQuery("select v.entityId from CustomValue v", UUID.class)
                .getSingleResult());
        assertThat(left).isEqualTo(other);
    }

    private static UUID precinto() {
        UUID code = Ids.next();
        Precinto precinto =
                new Precinto(new PrecintoValues(code.toString(), PrecintoStatus.available, 80, null, null), NOW);
        in(em -> {
            em.persist(precinto);
            return null;
        });
        return precinto.id();
    }

    private static <T> T in(Function<EntityManager, T> work) {
        return TenantContext.call(TENANT, () -> UNIT.inTransaction(work));
    }
}
