package io.tenantry.cmo.delay.internal.sql;

import static io.tenantry.cmo.SealFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.SealFixture;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateTransitosDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());
    private static final UUID FIRST = new UUID(0, 0);

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);
    private final SealFixture other = new SealFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void thoseOnTheirWayAreLateFromTheMomentTheyWereExpected() {
        UUID late = seals.running(seals.precinto(), NOW, null, NOW.plusSeconds(60));
        seals.running(seals.precinto(), NOW, null, NOW.plusSeconds(61));
        seals.running(seals.precinto(), NOW, NOW.plusSeconds(90), NOW.plusSeconds(60));
        seals.running(seals.precinto());
        UUID told = seals.running(seals.precinto(), NOW, null, NOW.plusSeconds(60));
        seals.in(em -> {
            em.find(Transito.class, told).tellDelay();
            return null;
        });

        assertThat(late(seals)).containsExactly(late);
        assertThat(late(other)).isEmpty();
        assertThat(tenants(FIRST))
                .contains(seals.tenant().value())
                .doesNotContain(other.tenant().value());
    }

    @Test
    void tenantsComeOneAfterTheOther() {
        seals.running(seals.precinto(), NOW, null, NOW);
        other.running(other.precinto(), NOW, null, NOW);

        assertThat(tenants(FIRST))
                .containsSubsequence(seals.tenant().value(), other.tenant().value());
        assertThat(tenants(seals.tenant().value()))
                .contains(other.tenant().value())
                .doesNotContain(seals.tenant().value());
    }

    @ParameterizedTest
    @CsvSource({"trial, true", "active, true", "pastDue, true", "suspended, false", "closing, false"})
    void onlyOpenTenantsAreToldOf(String status, boolean told) {
        seals.running(seals.precinto(), NOW, null, NOW);
        DATABASE.superuser("update tenant set status = '%s', purge_after = %s where id = '%s'"
                .formatted(status, status.equals("closing") ? "now()" : "null", seals.tenant()));

        assertThat(tenants(FIRST).contains(seals.tenant().value())).isEqualTo(told);
    }

    private List<UUID> late(SealFixture of) {
        return of.in(em -> LateTransitos.ofTenant(em, NOW.plusSeconds(60), FIRST, 10));
    }

    /** Whoever asks: the answer is ids of tenants and nothing else. */
    private List<UUID> tenants(UUID after) {
        return other.in(em -> LateTransitos.tenants(em, NOW.plusSeconds(60), after, 1_000));
    }
}
