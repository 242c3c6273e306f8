package io.tenantry.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.Thresholds;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A tenant is moved to a plan that it fits, whatever else happens at the same time. */
class MoveTenantDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final TenantId tenant = tenantOn("professional");

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theMoveIsInTheTenantsLog() {
        move("enterprise", null, false);

        assertThat(plan()).isEqualTo("enterprise");
        assertThat(logged).containsExactly("plan.moved professional 1 enterprise 1");
    }

    @Test
    void theSamePlanAgainIsNoMove() {
        move("professional", 1, false);
        assertThat(logged).isEmpty();
    }

    @Test
    void aPlanThatIsTooSmallIsRefusedUnlessForced() {
        take(60);

        assertThatThrownBy(() -> move("starter", null, false))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.LIMIT_EXCEEDED);
                    assertThat(problem.members())
                            .containsEntry("resource", "precintos")
                            .containsEntry("limit", 50L)
                            .containsEntry("used", 60L)
                            .containsEntry("plan", "starter");
                });
        assertThat(plan()).isEqualTo("professional");
        move("starter", null, true);
        assertThat(plan()).isEqualTo("starter");
        assertThat(take(1)).isFalse();
    }

    @Test
    void anOverrideCountsWhenItIsAskedWhetherThePlanFits() {
        take(60);
        DATABASE.superuser("""
                insert into tenant_plan_override
                    (tenant_id, id, kind, subject, included, hard_limit, reason, created_by, created_at, version)
                values ('%s', gen_random_uuid(), 'limit', 'precintos', 60, 60, 'r', 'x', now(), 1)
                """.formatted(tenant));

        move("starter", null, false);

        assertThat(plan()).isEqualTo("starter");
    }

    @Test
    void ofMovesAtOnceEachBeginsWhereTheOtherEnded() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> moves = executor.invokeAll(List.of(
                    () -> {
                        together.await();
                        move("starter", null, false);
                        return null;
                    },
                    () -> {
                        together.await();
                        move("enterprise", null, false);
                        return null;
                    }));
            for (Future<Object> done : moves) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(logged)
                .isIn(
                        List.of("plan.moved professional 1 starter 1", "plan.moved starter 1 enterprise 1"),
                        List.of("plan.moved professional 1 enterprise 1", "plan.moved enterprise 1 starter 1"));
        assertThat(plan()).isEqualTo(logged.get(1).contains("starter 1 enterprise 1") ? "enterprise" : "starter");
    }

    /** The one who waits for the count decides by the plan as it is after the wait. */
    @Test
    void whoTakesDuringAMoveGoesByTheNewPlan() throws Exception {
        take(50);
        CountDownLatch moved = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<?> move = executor.submit(() -> in(em -> {
                mover(em).to("starter", null, false);
                moved.countDown();
                await(asked);
                return null;
            }));
            await(moved);
            Future<Boolean> taken = executor.submit(() -> take(1));
            awaitBlocked();
            asked.countDown();
            move.get(30, TimeUnit.SECONDS);
            assertThat(taken.get(30, TimeUnit.SECONDS)).isFalse();
        } finally {
            asked.countDown();
            executor.shutdownNow();
        }
    }

    @Test
    void theListOfTenantsNamesAReservedPlanAndNothingElseOfIt() {
        String code = "r-" + tenant;
        DATABASE.superuser("""
                insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public,
                    created_at, reserved_for)
                values (gen_random_uuid(), '%1$s', 1, 'R', 'USD', 1, 'month', 0, true, now(), '%2$s')
                """.formatted(code, tenant));
        move(code, null, false);

        FindTenants find = new FindTenants();
        assertThat(UNIT.<String>inTransaction(em -> {
                    find.entityManager = em;
                    return find.get(tenant.value()).plan();
                }))
                .isEqualTo(code);
        assertThat(UNIT.<Boolean>inTransaction(em -> {
                    find.entityManager = em;
                    return find
                            .page(new FindTenants.Filter(null, null, null), new PageRequest(200, null, "slug"))
                            .items()
                            .stream()
                            .anyMatch(view -> code.equals(view.plan()));
                }))
                .isTrue();
        assertThat(UNIT.<Long>inTransaction(
                        em -> em.createQuery("select count(p) from TenantPlan p where p.code = :code", Long.class)
                                .setParameter("code", code)
                                .getSingleResult()))
                .isZero();
    }

    /** Waits until some session waits for a lock: no time is a guess. */
    private static void awaitBlocked() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            long waiting = UNIT.inTransaction(em -> ((Number) em.createNativeQuery(
                                    "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")
                            .getSingleResult())
                    .longValue());
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void move(String plan, Integer version, boolean force) {
        in(em -> {
            mover(em).to(plan, version, force);
            return null;
        });
    }

    private boolean take(long quantity) {
        return in(em -> CounterStatements.take(em, "precintos", quantity, Thresholds.NONE, NOW)
                .accepted());
    }

    private String plan() {
        return in(em -> em.createQuery(
                        "select p.code from Tenant t join TenantPlan p on p.id = t.planId where t.id = :id",
                        String.class)
                .setParameter("id", tenant.value())
                .getSingleResult());
    }

    private <T> T in(Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(work));
    }

    private MoveTenant mover(EntityManager em) {
        MoveTenant move = new MoveTenant();
        move.entityManager = em;
        move.plans = new PlanCatalog() {
            @Override
            public Optional<TenantPlan> onOffer(String code, Integer version) {
                return em.createQuery("select p from TenantPlan p where p.code = :code", TenantPlan.class)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst();
            }
        };
        move.activity = new ActivityLog() {
            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                logged.add("%s %s %s %s %s"
                        .formatted(
                                action,
                                before.get("plan"),
                                before.get("version"),
                                after.get("plan"),
                                after.get("version")));
            }
        };
        move.clock = new BusinessClock(false) {
            @Override
            public Instant now() {
                return NOW;
            }
        };
        return move;
    }

    private static TenantId tenantOn(String plan) {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        UNIT.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = :code", TenantPlan.class)
                        .setParameter("code", plan)
                        .getSingleResult(),
                false,
                NOW)));
        return id;
    }
}
