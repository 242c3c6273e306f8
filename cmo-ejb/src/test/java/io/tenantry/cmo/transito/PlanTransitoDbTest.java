package io.tenantry.cmo.transito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.cmo.SealFixture;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlanTransitoDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    /** As an import does: if one entered first and the other counted first, each could wait for the other. */
    @Test
    void isCountedBeforeItIsEntered() {
        UUID seal = seals.precinto();
        List<Long> entered = new ArrayList<>();

        seals.in(em -> {
            PlanTransito plan = new PlanTransito();
            plan.entityManager = em;
            plan.clock = new BusinessClock(false);
            plan.usage = (resource, quantity) -> {
                entered.add(transitos(em));
                throw ProblemException.of(ProblemType.LIMIT_EXCEEDED);
            };
            TransitoValues values = new TransitoValues("T-1", seal, "Quito", "Manta", "ABC-123", null, null);
            assertThatThrownBy(() -> plan.plan(values)).isInstanceOf(ProblemException.class);
            return null;
        });

        assertThat(entered).containsExactly(0L);
    }

    private static long transitos(EntityManager em) {
        return em.createQuery("select count(t) from Transito t", Long.class).getSingleResult();
    }
}
