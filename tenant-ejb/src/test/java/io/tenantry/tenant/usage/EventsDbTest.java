package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.sql.EventStatements;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An event counts once, on its day and in its period, and never gets lost between two periods. */
class EventsDbTest {

    private static final String TRANSITS = "transitos";
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final UsageFixture FIXTURE = new UsageFixture();

    private final TenantId tenant = FIXTURE.tenant("UTC");

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void manyEventsSentAtOnceInAnyOrderCountOnce() throws Exception {
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            events.add(event("e" + i, "1.25", "2026-03-%02dT12:00:00Z".formatted(1 + i % 20)));
        }

        List<Integer> accepted = UsageFixture.together(4, () -> {
            List<UsageEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random());
            return add(tenant, shuffled);
        });

        assertThat(accepted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        reconcile("2500");
    }

    @Test
    void nobodyWaitsForEachOther() throws Exception {
        AtomicInteger number = new AtomicInteger();
        UsageFixture.together(6, () -> {
            boolean events = number.getAndIncrement() % 2 == 0;
            for (int i = 0; i < 60; i++) {
                if (events) {
                    add(tenant, List.of(event(UUID.randomUUID().toString(), "1", "2026-03-20T12:00:00Z")));
                } else {
                    FIXTURE.record(tenant, TRANSITS, 1, "2026-03-20T12:00:00Z");
                }
            }
            return null;
        });

        assertThat(FIXTURE.days(tenant, TRANSITS)).containsExactly("2026-03-20 360");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-01")).isEqualByComparingTo("360");
    }

    @Test
    void anIdCountsOnceInEachTenant() {
        TenantId other = FIXTURE.tenant("UTC");
        assertThat(add(tenant, List.of(event("a", "1", "2026-03-20T12:00:00Z"))))
                .isEqualTo(1);

        assertThat(add(tenant, List.of(event("a", "5", "2026-03-19T12:00:00Z"))))
                .isZero();
        assertThat(add(other, List.of(event("a", "5", "2026-03-19T12:00:00Z")))).isEqualTo(1);

        reconcile("1");
        assertThat(FIXTURE.used(other, TRANSITS, "2026-03-01")).isEqualByComparingTo("5");
    }

    @Test
    void whatIsRolledBackIsNotCountedAndItsIdIsFree() {
        assertThatThrownBy(() -> FIXTURE.as(tenant, em -> {
                    EventStatements.add(em, List.of(event("a", "1", "2026-03-20T12:00:00Z")), NOW);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(add(tenant, List.of(event("a", "1", "2026-03-20T12:00:00Z"))))
                .isEqualTo(1);
        reconcile("1");
    }

    @Test
    void whatComesAfterItsPeriodWasClosedIsLateAndStaysAtItsDay() {
        FIXTURE.period(tenant, "2026-03-15", "2026-04-15");

        add(tenant, List.of(event("a", "2", "2026-03-14T23:59:59Z"), event("b", "3", "2026-03-15T00:00:00Z")));

        assertThat(FIXTURE.days(tenant, TRANSITS)).containsExactly("2026-03-14 2", "2026-03-15 3");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-15")).isEqualByComparingTo("3");
        assertThat(FIXTURE.rows(
                        "select day || ' ' || quantity from late_usage where tenant_id = '%s' and settled_invoice is null",
                        tenant))
                .containsExactly("2026-03-14 2");
    }

    @Test
    void whatComesLateForADayIsOneRowUntilItIsSettled() {
        FIXTURE.period(tenant, "2026-03-15", "2026-04-15");

        add(tenant, List.of(event("a", "2", "2026-03-14T12:00:00Z")));
        add(tenant, List.of(event("b", "3", "2026-03-14T13:00:00Z"), event("c", "4", "2026-03-13T12:00:00Z")));
        assertThat(late()).containsExactly("2026-03-13 4 f", "2026-03-14 5 f");

        FIXTURE.superuser("update late_usage set settled_invoice = id where tenant_id = '%s'".formatted(tenant));
        add(tenant, List.of(event("d", "7", "2026-03-14T14:00:00Z")));
        assertThat(late()).containsExactly("2026-03-13 4 t", "2026-03-14 5 t", "2026-03-14 7 f");
    }

    @Test
    void whatIsSettledMeanwhileStaysAsItWas() throws Exception {
        FIXTURE.period(tenant, "2026-03-15", "2026-04-15");
        add(tenant, List.of(event("a", "2", "2026-03-14T12:00:00Z")));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection settling = FIXTURE.batch().getConnection();
                Statement statement = settling.createStatement()) {
            settling.setAutoCommit(false);
            statement.executeUpdate(
                    "update late_usage set settled_invoice = id where tenant_id = '%s'".formatted(tenant));
            Future<?> counting = executor.submit(() -> add(tenant, List.of(event("b", "3", "2026-03-14T13:00:00Z"))));
            assertThatThrownBy(() -> counting.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            settling.commit();
            counting.get(10, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }

        assertThat(late()).containsExactly("2026-03-14 2 t", "2026-03-14 3 f");
    }

    private List<String> late() {
        return FIXTURE.rows("""
                select day || ' ' || quantity || ' ' || (case when settled_invoice is null then 'f' else 't' end)
                from late_usage where tenant_id = '%s' order by 1
                """, tenant);
    }

    @Test
    void aPeriodIsClosedAfterThoseWhoStillCountInIt() throws Exception {
        FIXTURE.period(tenant, "2026-02-15", "2026-03-15");
        CountDownLatch counted = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<?> counting = executor.submit(() -> FIXTURE.as(tenant, em -> {
                EventStatements.add(em, List.of(event("a", "2", "2026-03-14T12:00:00Z")), NOW);
                counted.countDown();
                await(closing);
                return null;
            }));
            await(counted);
            Future<?> moved = executor.submit(() -> FIXTURE.period(tenant, "2026-03-15", "2026-04-15"));
            assertThatThrownBy(() -> moved.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            closing.countDown();
            counting.get(10, TimeUnit.SECONDS);
            moved.get(10, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }

        assertThat(FIXTURE.days(tenant, TRANSITS)).containsExactly("2026-03-14 2");
        assertThat(FIXTURE.rows("select id from late_usage where tenant_id = '%s'", tenant))
                .isEmpty();
    }

    @Test
    void anotherTenantsRowsAreOutOfReach() {
        add(tenant, List.of(event("a", "2", "2026-03-20T12:00:00Z")));
        FIXTURE.take(tenant, "users", 1, "2026-03-20T12:00:00Z");
        TenantId other = FIXTURE.tenant("UTC");

        for (String table : List.of(
                "usage_event",
                "usage_period",
                "tenant_usage_day",
                "tenant_usage",
                "usage_level_change",
                "late_usage",
                "usage_warning")) {
            assertThat(FIXTURE.<Number>as(other, em -> (Number) em.createNativeQuery("select count(*) from " + table)
                                    .getSingleResult())
                            .intValue())
                    .as(table)
                    .isZero();
        }
        assertThat(FIXTURE.<List<?>>as(
                        other,
                        em -> em.createNativeQuery(
                                        "select total from app.period_usage(array[cast('%s' as uuid)], array[date '2026-01-01'], array[date '2027-01-01'])"
                                                .formatted(tenant))
                                .getResultList()))
                .isEmpty();
        assertThatThrownBy(() -> FIXTURE.as(
                        other,
                        em -> em.createNativeQuery(
                                        "select 1 from app.set_usage_periods(array[cast('%s' as uuid)], array[date '2026-01-01'], array[date '2027-01-01'])"
                                                .formatted(tenant))
                                .getResultList()))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> FIXTURE.as(
                        tenant,
                        em -> em.createNativeQuery("delete from usage_event").executeUpdate()))
                .hasMessageContaining("permission denied");
    }

    private void reconcile(String sum) {
        assertThat(FIXTURE.decimal("select sum(quantity) from usage_event where tenant_id = '%s'", tenant))
                .isEqualByComparingTo(sum);
        assertThat(FIXTURE.decimal("select sum(quantity) from tenant_usage_day where tenant_id = '%s'", tenant))
                .isEqualByComparingTo(sum);
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-01")).isEqualByComparingTo(sum);
    }

    private static int add(TenantId tenant, List<UsageEvent> events) {
        return FIXTURE.as(tenant, em -> EventStatements.add(em, events, NOW));
    }

    private static UsageEvent event(String id, String quantity, String at) {
        return new UsageEvent(id, TRANSITS, new BigDecimal(quantity), Instant.parse(at));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
