package io.tenantry.tenant.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.Migrations;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Writers and sealers at the same time: nothing is left out, nothing is sealed twice, nobody waits for a writer. */
class ActivitySealingDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ActivityFixture LOG = new ActivityFixture(DATABASE);

    private final TenantId tenant = LOG.tenant();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void anEntryOfATransactionThatStillRunsIsSealedLater() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch maySucceed = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> LOG.in(tenant, em -> {
            LOG.write(em, "thing.slow");
            written.countDown();
            await(maySucceed);
            return null;
        }));
        await(written);
        LOG.write(tenant, "thing.fast");

        // neither is sealed: the slow one could still come before the other
        Verification meanwhile = LOG.verify(tenant);
        maySucceed.countDown();
        slow.get(30, TimeUnit.SECONDS);
        Verification afterwards = LOG.verify(tenant);

        assertThat(meanwhile.intact()).isTrue();
        assertThat(meanwhile.sealedEntries()).isZero();
        assertThat(meanwhile.entries()).isEqualTo(1);
        assertThat(afterwards.intact()).isTrue();
        assertThat(afterwards.sealedEntries()).isEqualTo(2);
    }

    @Test
    void manyWritersAndSealersAtOnceLeaveAnIntactChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = Stream.concat(
                            IntStream.range(0, 3)
                                    .<Future<?>>mapToObj(i -> threads.submit(() ->
                                            IntStream.range(0, 40).forEach(n -> LOG.write(tenant, "thing.changed")))),
                            IntStream.range(0, 3)
                                    .<Future<?>>mapToObj(i -> threads.submit(
                                            () -> IntStream.range(0, 20).forEach(n -> LOG.seal(tenant)))))
                    .toList();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        Verification verification = LOG.verify(tenant);
        assertThat(verification.intact()).as(verification.toString()).isTrue();
        assertThat(verification.entries()).isEqualTo(120);
        assertThat(verification.sealedEntries()).isEqualTo(120);
    }

    @Test
    void moreThanOneLinkHoldsAreSealedFromOneTransaction() {
        int many = 2 * SealActivity.MOST + 1;
        LOG.in(tenant, em -> em.createNativeQuery("""
                        insert into tenant_activity_log (id, created_at, actor, actor_kind, action, entity, version)
                        select gen_random_uuid(), now(), 'system', 'system', 'thing.happened', 'thing', 1
                        from generate_series(1, ?1)
                        """).setParameter(1, many).executeUpdate());

        Verification verification = LOG.verify(tenant);

        assertThat(verification.intact()).isTrue();
        assertThat(verification.sealedEntries()).isEqualTo(many);
        assertThat(LOG.<Object>in(
                        tenant,
                        em -> em.createNativeQuery("select max(number) from tenant_activity_seal")
                                .getSingleResult()))
                .isEqualTo(3L);
    }

    @Test
    void oneNodeAtATimeGoesOverTheTenants() {
        LOG.write(tenant, "thing.changed");
        Optional<ActivityUpkeep.Pass> one = claim();
        assertThat(one).isPresent();
        assertThat(claim()).as("while the first is at it").isEmpty();
        assertThat(tenants(one.get())).contains(tenant);

        LOG.unit().transaction(em -> LOG.upkeep(em, 24).finish(one.get(), true));

        Optional<ActivityUpkeep.Pass> next = claim();
        assertThat(next).isPresent();
        assertThat(tenants(next.get())).as("nothing new").doesNotContain(tenant);
        LOG.unit().transaction(em -> LOG.upkeep(em, 24).finish(next.get(), false));
        Optional<ActivityUpkeep.Pass> again = claim();
        assertThat(again.get().since()).isEqualTo(next.get().since());
        LOG.unit().transaction(em -> LOG.upkeep(em, 24).finish(again.get(), true));
    }

    @Test
    void aRestoredDatabaseThatCountsTransactionsAnewGoesOn() {
        LOG.write(tenant, "thing.changed");
        LOG.verify(tenant);
        // as if the counter had come a million further before
        DATABASE.superuser("update tenant_activity_head set last_position = last_position + 1000000");

        Migrations.run(DATABASE.owner());

        assertThat(LOG.<Object>in(tenant, em -> em.createNativeQuery("""
                        select app.activity_position() > (select max(last_position) from tenant_activity_head)
                        """).getSingleResult()))
                .isEqualTo(true);
        LOG.write(tenant, "thing.changed");
        Verification verification = LOG.verify(tenant);
        assertThat(verification.intact()).isTrue();
        assertThat(verification.sealedEntries()).isEqualTo(2);
    }

    private static Optional<ActivityUpkeep.Pass> claim() {
        return LOG.unit().inTransaction(em -> LOG.upkeep(em, 24).claim());
    }

    private static List<TenantId> tenants(ActivityUpkeep.Pass pass) {
        return LOG.unit().inTransaction(em -> LOG.upkeep(em, 24).tenantsOf(pass));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
