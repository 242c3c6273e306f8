package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.Thresholds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The count of what a tenant holds is exact, whoever asks at the same time. */
class CounterStatementsDbTest {

    private static final String SEALS = "precintos";
    private static final long LIMIT = 50;
    private static final int THREADS = 50;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theLastPlaceIsTakenOnce() throws Exception {
        TenantId tenant = tenantOn("starter");
        assertThat(take(tenant, LIMIT - 1)).isTrue();

        assertThat(taken(tenant, THREADS)).isEqualTo(1);
        assertThat(used(tenant)).isEqualTo(LIMIT);
    }

    @Test
    void theFirstPlacesAreTakenUpToTheLimit() throws Exception {
        TenantId tenant = tenantOn("starter");
        assertThat(take(tenant, LIMIT - THREADS / 2)).isTrue();

        assertThat(taken(tenant, THREADS)).isEqualTo(THREADS / 2);
        assertThat(used(tenant)).isEqualTo(LIMIT);
    }

    @Test
    void theFirstCountOfAResourceIsMadeOnce() throws Exception {
        TenantId tenant = tenantOn("starter");

        assertThat(taken(tenant, 10)).isEqualTo(10);
        assertThat(used(tenant)).isEqualTo(10);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        TenantId tenant = tenantOn("starter");
        assertThat(take(tenant, LIMIT)).isTrue();
        assertThat(take(tenant, 1)).isFalse();

        release(tenant, 1);

        assertThat(take(tenant, 1)).isTrue();
        assertThat(take(tenant, 1)).isFalse();
    }

    @Test
    void moreThanTheLimitIsRefusedAtOnce() {
        TenantId tenant = tenantOn("starter");

        assertThat(take(tenant, LIMIT + 1)).isFalse();
        assertThat(used(tenant)).isZero();
    }

    @Test
    void aPlanWithoutHardLimitRefusesNothing() throws Exception {
        TenantId tenant = tenantOn("enterprise");
        assertThat(take(tenant, 1_000_000)).isTrue();

        assertThat(taken(tenant, THREADS)).isEqualTo(THREADS);
    }

    @Test
    void aResourceThePlanDoesNotNameIsNotLimited() {
        TenantId tenant = tenantOn("starter");

        assertThat(TenantContext.<Boolean>call(
                        tenant,
                        () -> UNIT.inTransaction(
                                em -> CounterStatements.take(em, "reports", 1_000, Thresholds.NONE, NOW)
                                        .accepted())))
                .isTrue();
    }

    @Test
    void theCountNeverBecomesNegative() {
        TenantId tenant = tenantOn("starter");
        assertThat(take(tenant, 1)).isTrue();

        assertThatThrownBy(() -> release(tenant, 2)).hasMessageContaining("tenant_usage_used_check");
        assertThat(used(tenant)).isEqualTo(1);
    }

    @Test
    void aRefusedTransactionTakesNothing() {
        TenantId tenant = tenantOn("starter");

        assertThatThrownBy(() -> TenantContext.run(
                        tenant,
                        () -> UNIT.transaction(em -> {
                            assertThat(CounterStatements.take(em, SEALS, 5, Thresholds.NONE, NOW)
                                            .accepted())
                                    .isTrue();
                            throw new IllegalArgumentException("refused");
                        })))
                .hasMessage("refused");
        assertThat(used(tenant)).isZero();
    }

    @Test
    void tenantsCountApart() {
        TenantId full = tenantOn("starter");
        TenantId other = tenantOn("starter");
        assertThat(take(full, LIMIT)).isTrue();

        assertThat(take(other, LIMIT)).isTrue();
        release(other, LIMIT);

        assertThat(used(full)).isEqualTo(LIMIT);
        assertThat(used(other)).isZero();
    }

    @Test
    void withoutTenantNothingIsTaken() {
        assertThat(UNIT.<Boolean>inTransaction(em -> CounterStatements.take(em, SEALS, 1, Thresholds.NONE, NOW)
                        .accepted()))
                .isFalse();
    }

    /** How many of {@code threads} got a place when all asked at once. */
    private static int taken(TenantId tenant, int threads) throws Exception {
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> {
                    together.await();
                    return take(tenant, 1);
                });
            }
            int taken = 0;
            for (Future<Boolean> task : executor.invokeAll(tasks)) {
                taken += task.get() ? 1 : 0;
            }
            return taken;
        } finally {
            executor.shutdownNow();
        }
    }

    private static boolean take(TenantId tenant, long quantity) {
        return TenantContext.call(
                tenant,
                () -> UNIT.inTransaction(em -> CounterStatements.take(em, SEALS, quantity, Thresholds.NONE, NOW)
                        .accepted()));
    }

    private static void release(TenantId tenant, long quantity) {
        TenantContext.run(tenant, () -> UNIT.transaction(em -> CounterStatements.release(em, SEALS, quantity, NOW)));
    }

    private static long used(TenantId tenant) {
        return TenantContext.call(
                tenant,
                () -> UNIT.inTransaction(em -> em.createQuery(
                                "select u.used from TenantUsage u where u.resource = :resource", BigDecimal.class)
                        .setParameter("resource", SEALS)
                        .getResultStream()
                        .findFirst()
                        .map(BigDecimal::longValueExact)
                        .orElse(0L)));
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
                true,
                NOW)));
        return id;
    }
}
