package io.tenantry.cmo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.cmo.alerta.Alerta;
import io.tenantry.cmo.alerta.AlertaSeverity;
import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.internal.sql.PrecintoLocks;
import io.tenantry.cmo.precinto.internal.sql.RunningTransito;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoStatus;
import io.tenantry.cmo.transito.TransitoStep;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the database holds of the rules of seals, also while many write. */
class SealRulesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());
    private static final int THREADS = 100;

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theDatabaseAloneAllowsNoSecondRunningTransit() {
        UUID seal = seals.precinto();
        seals.running(seal);
        assertThatThrownBy(() -> seals.running(seal)).hasMessageContaining("transito_running");
    }

    @Test
    void theDatabaseAloneAllowsNoAlertOfAnotherSealsTransit() {
        UUID transito = seals.transito(seals.precinto());
        UUID other = seals.precinto();
        AlertaValues values =
                new AlertaValues(other, transito, AlertaType.tamper, AlertaSeverity.critical, "Cut", null);
        assertThatThrownBy(() -> seals.saved(new Alerta(values, SealFixture.NOW)))
                .hasMessageContaining("alerta_tenant_id_transito_id_precinto_id_fkey");
    }

    @Test
    void anotherTenantsSealIsNeitherLockedNorLookedUnder() {
        UUID seal = seals.precinto();
        seals.running(seal);
        SealFixture attacker = new SealFixture(DATABASE, UNIT);

        Set<UUID> locked = attacker.in(em -> PrecintoLocks.take(em, List.of(seal)));
        assertThat(locked).isEmpty();
        assertThat(running(attacker, seal)).isEmpty();
        assertThat(running(seals, seal)).isPresent();
    }

    /** Or whoever enters a transit, and holds another lock, would wait in a circle with whoever holds the seal. */
    @Test
    void rowsThatReferToALockedSealAreEnteredMeanwhile() {
        UUID seal = seals.precinto();
        seals.in(em -> {
            PrecintoLocks.take(em, List.of(seal));
            return CompletableFuture.supplyAsync(() -> seals.transito(seal))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
    }

    @Test
    void ofAHundredThreadsNoTwoArmTheSameSeal() throws Exception {
        List<UUID> sealIds =
                IntStream.range(0, 10).mapToObj(i -> seals.precinto()).toList();
        List<UUID> transitos = new ArrayList<>();
        sealIds.forEach(seal -> IntStream.range(0, 4).forEach(i -> transitos.add(seals.transito(seal))));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, THREADS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> moves(new Random(i), transitos), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        for (UUID seal : sealIds) {
            boolean running = running(seals, seal).isPresent();
            PrecintoStatus status =
                    seals.in(em -> em.find(Precinto.class, seal).view().status());
            assertThat(status).isEqualTo(running ? PrecintoStatus.armed : PrecintoStatus.available);
        }
    }

    private static Optional<String> running(SealFixture as, UUID seal) {
        return as.in(em -> RunningTransito.under(em, seal));
    }

    private void moves(Random random, List<UUID> transitos) {
        for (int i = 0; i < 5; i++) {
            UUID id = transitos.get(random.nextInt(transitos.size()));
            TransitoStep step = TransitoStep.values()[random.nextInt(3)];
            try {
                seals.in(em -> move(em, id, step));
            } catch (ProblemException refused) {
                assertThat(refused.type().slug()).isEqualTo("conflict");
            }
        }
    }

    /** As the use case does: the seal, the transit, then the rules. */
    private static Object move(EntityManager em, UUID id, TransitoStep step) {
        UUID seal = em.createQuery("select t.precintoId from Transito t where t.id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
        PrecintoLocks.take(em, List.of(seal));
        Transito transito = em.find(Transito.class, id, LockModeType.PESSIMISTIC_WRITE);
        TransitoStatus from = transito.status();
        transito.take(step, SealFixture.NOW);
        Precinto precinto = em.find(Precinto.class, seal);
        if (step == TransitoStep.START) {
            precinto.arm();
        } else if (from == TransitoStatus.inProgress) {
            precinto.release();
        }
        return null;
    }
}
