package io.tenantry.tenant.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.webhook.AttemptView;
import io.tenantry.tenant.webhook.internal.sql.AttemptRows;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event reaches each endpoint that wants it, by one attempt at a time, and nobody waits for another's. */
class DeliveryDbTest {

    private static final WebhookFixture FIXTURE = new WebhookFixture();
    private static final int PATIENCE_SECONDS = 60;

    private final TenantId tenant = FIXTURE.tenant();
    private final UUID endpoint = FIXTURE.endpoint(tenant);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void nothingIsLeftForOtherTests() {
        threads.shutdownNow();
        FIXTURE.refuses(null);
        FIXTURE.told().clear();
        FIXTURE.superuser("delete from webhook_delivery");
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void twoNodesDeliverEachOnce() throws InterruptedException {
        TenantId other = FIXTURE.tenant();
        FIXTURE.endpoint(other);
        FIXTURE.happens(tenant, 40);
        FIXTURE.happens(other, 40);
        Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(80);
        AttemptDelivery attempt = new AttemptDelivery() {
            @Override
            public void run(TakenDelivery taken) {
                attempts.merge(taken.id(), 1, Integer::sum);
                FIXTURE.delivered(TenantContext.required(), taken);
                all.countDown();
            }
        };

        threads.execute(() -> FIXTURE.dispatch(attempt).run(threads));
        threads.execute(() -> FIXTURE.dispatch(attempt).run(threads));

        assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(attempts)
                .hasSize(80)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(FIXTURE.deliveries(tenant)).hasSize(40).containsOnly("delivered 1 -");
        assertThat(FIXTURE.deliveries(other)).hasSize(40).containsOnly("delivered 1 -");
    }

    @Test
    void anEndpointThatHangsDelaysNobodyElse() throws InterruptedException {
        UUID quick = FIXTURE.endpoint(tenant);
        TenantId other = FIXTURE.tenant();
        FIXTURE.endpoint(other);
        FIXTURE.happens(tenant, 30);
        FIXTURE.happens(other, 30);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(60);
        AtomicInteger hanging = new AtomicInteger();
        AttemptDelivery attempt = new AttemptDelivery() {
            @Override
            public void run(TakenDelivery taken) throws InterruptedException {
                if (taken.endpointId().equals(endpoint)) {
                    hanging.incrementAndGet();
                    never.await();
                } else {
                    FIXTURE.delivered(TenantContext.required(), taken);
                    others.countDown();
                }
            }
        };

        FIXTURE.dispatch(attempt).run(threads);

        assertThat(others.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).hasValue(InFlight.OF_ENDPOINT);
        assertThat(FIXTURE.read(tenant, "select state from webhook_delivery where endpoint_id = '%s'".formatted(quick)))
                .containsOnly("delivered");
    }

    @Test
    void whatNoThreadWasToBeHadForHoldsNoPlace() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        DispatchDeliveries dispatch = FIXTURE.dispatch(new AttemptDelivery() {
            @Override
            public void run(TakenDelivery taken) {
                FIXTURE.delivered(TenantContext.required(), taken);
                sent.countDown();
            }
        });
        FIXTURE.happens(tenant, InFlight.OF_ENDPOINT);
        for (int i = 0; i < InFlight.OF_ENDPOINT; i++) {
            dispatch.run(thread -> {
                throw new RejectedExecutionException();
            });
        }
        FIXTURE.happens(tenant, 1);

        dispatch.run(threads);

        assertThat(sent.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatADeadNodeHadTakenFallsDueAgainAndItsWordCountsNoMore() {
        FIXTURE.happens(tenant, 1);
        TakenDelivery lost = FIXTURE.take(tenant).orElseThrow();

        FIXTURE.pass(DeliveryTurn.LEASE.minusSeconds(1));
        assertThat(FIXTURE.take(tenant)).isEmpty();
        FIXTURE.pass(Duration.ofSeconds(1));
        TakenDelivery again = FIXTURE.take(tenant).orElseThrow();
        assertThat(again.event().id()).isEqualTo(lost.event().id());
        assertThat(again.attempt()).isEqualTo(2);

        FIXTURE.attempted(tenant, lost, 500, "status-500");
        assertThat(FIXTURE.deliveries(tenant)).containsExactly("waiting 2 -");
        FIXTURE.delivered(tenant, again);
        assertThat(FIXTURE.deliveries(tenant)).containsExactly("delivered 2 -");
    }

    @Test
    void triesAgainLaterGivesUpInTheEndAndTellsAll() {
        FIXTURE.happens(tenant, 1);

        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");
        FIXTURE.pass(Duration.ofSeconds(7));
        assertThat(FIXTURE.take(tenant)).isEmpty();
        FIXTURE.pass(Duration.ofSeconds(5));
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");
        FIXTURE.pass(Duration.ofSeconds(79));
        assertThat(FIXTURE.take(tenant)).isEmpty();
        FIXTURE.pass(Duration.ofSeconds(41));
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 503, "status-503");

        assertThat(FIXTURE.deliveries(tenant)).containsExactly("dead 3 status-503");
        FIXTURE.pass(Duration.ofDays(1));
        assertThat(FIXTURE.take(tenant)).isEmpty();
        assertThat(
                        FIXTURE.read(
                                tenant,
                                "select concat_ws(' ', number, status, response_body, error) from webhook_attempt order by number"))
                .containsExactly("1 500 body status-500", "2 500 body status-500", "3 503 body status-503");
    }

    @Test
    void whatIsAskedForOnceMoreGetsAllItsTriesAgain() {
        int before = FIXTURE.counted();
        FIXTURE.happens(tenant, 1);
        FIXTURE.delivered(tenant, FIXTURE.take(tenant).orElseThrow());

        FIXTURE.again(tenant, only(tenant));

        assertThat(FIXTURE.deliveries(tenant)).containsExactly("waiting 1 -");
        TakenDelivery taken = FIXTURE.take(tenant).orElseThrow();
        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(taken.tries()).isEqualTo(1);
        // under way already
        FIXTURE.again(tenant, only(tenant));
        assertThat(FIXTURE.take(tenant)).isEmpty();
        FIXTURE.attempted(tenant, taken, 500, "status-500");
        // waits no longer
        FIXTURE.again(tenant, only(tenant));
        assertThat(FIXTURE.take(tenant).orElseThrow().tries()).isEqualTo(2);
        assertThat(FIXTURE.counted()).as("counted once").isEqualTo(before + 1);
    }

    @Test
    void keepsTheNewestAttempts() {
        FIXTURE.happens(tenant, 2);
        UUID other = FIXTURE.take(tenant)
                .map(taken -> {
                    FIXTURE.delivered(tenant, taken);
                    return taken.id();
                })
                .orElseThrow();
        TakenDelivery taken = FIXTURE.take(tenant).orElseThrow();
        FIXTURE.delivered(tenant, taken);
        for (int number = 2; number <= 23; number++) {
            FIXTURE.again(tenant, taken.id());
            FIXTURE.delivered(tenant, FIXTURE.take(tenant).orElseThrow());
        }

        List<Integer> newest = IntStream.rangeClosed(4, 23).boxed().toList();
        assertThat(numbers(taken)).isEqualTo(newest);
        assertThat(FIXTURE.read(tenant, "select cast(delivery_id as text) from webhook_attempt"))
                .hasSize(21)
                .contains(other.toString());
        // there may be more of before
        FIXTURE.superuser("""
                insert into webhook_attempt (tenant_id, delivery_id, number, made_at, millis, request_headers,
                                             response_headers, response_body)
                values ('%s', '%s', 1, now(), 1, '{}', '{}', '')
                """.formatted(tenant, taken.id()));
        assertThat(numbers(taken)).isEqualTo(newest);
    }

    @Test
    void withoutAnySuccessForLongItIsSwitchedOffAndTheOwnersAreTold() {
        FIXTURE.happens(tenant, 3);
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");
        FIXTURE.pass(DeliveryTurn.PATIENCE.minusSeconds(1));
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");
        assertThat(status(endpoint)).isEqualTo("enabled");

        FIXTURE.pass(Duration.ofSeconds(1));
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");

        assertThat(status(endpoint)).isEqualTo("failed");
        assertThat(FIXTURE.deliveries(tenant))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).startsWith("dead").endsWith("endpoint-disabled"));
        assertThat(FIXTURE.told())
                .containsExactly(
                        "webhook.failed https://hooks.example.com/x failed no-success", "hooks.example.com for 5 days");
        FIXTURE.happens(tenant, 1);
        assertThat(FIXTURE.deliveries(tenant)).as("nothing new").hasSize(3);
    }

    @Test
    void oneSuccessIsEnoughToGoOn() {
        FIXTURE.happens(tenant, 3);
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");
        FIXTURE.pass(DeliveryTurn.PATIENCE);
        FIXTURE.delivered(tenant, FIXTURE.take(tenant).orElseThrow());
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 500, "status-500");

        assertThat(status(endpoint)).isEqualTo("enabled");
        assertThat(FIXTURE.told()).isEmpty();
    }

    @Test
    void whoIsGoneIsSwitchedOffAtOnce() {
        FIXTURE.happens(tenant, 2);
        FIXTURE.attempted(tenant, FIXTURE.take(tenant).orElseThrow(), 410, "status-410");

        assertThat(status(endpoint)).isEqualTo("disabled");
        assertThat(FIXTURE.deliveries(tenant))
                .containsExactlyInAnyOrder("dead 1 endpoint-disabled", "dead 0 endpoint-disabled");
        assertThat(FIXTURE.told()).containsExactly("webhook.failed https://hooks.example.com/x disabled gone");
    }

    @Test
    void whatThePlanDoesNotGiveIsGivenUpAndCountsNot() {
        int before = FIXTURE.counted();
        for (ProblemType refusal : List.of(ProblemType.LIMIT_EXCEEDED, ProblemType.FEATURE_NOT_IN_PLAN)) {
            FIXTURE.refuses(refusal);
            FIXTURE.happens(tenant, 1);
            FIXTURE.dispatch(new AttemptDelivery() {
                        @Override
                        public void run(TakenDelivery taken) {
                            throw new AssertionError("sent");
                        }
                    })
                    .run(threads);
        }
        assertThat(FIXTURE.deliveries(tenant))
                .containsExactlyInAnyOrder("dead 0 limit-exceeded", "dead 0 feature-not-in-plan");
        assertThat(FIXTURE.counted()).isEqualTo(before);
    }

    @Test
    void aTestCountsNot() {
        int before = FIXTURE.counted();
        FIXTURE.refuses(ProblemType.LIMIT_EXCEEDED);
        FIXTURE.ping(tenant, endpoint);

        FIXTURE.delivered(tenant, FIXTURE.take(tenant).orElseThrow());

        assertThat(FIXTURE.deliveries(tenant)).containsExactly("delivered 1 -");
        assertThat(FIXTURE.counted()).isEqualTo(before);
    }

    @Test
    void aSuspendedTenantsWait() {
        FIXTURE.happens(tenant, 1);
        assertThat(due()).contains(tenant);
        FIXTURE.superuser("update tenant set status = 'suspended' where id = '%s'".formatted(tenant));

        assertThat(due()).doesNotContain(tenant);
        assertThat(FIXTURE.deliveries(tenant)).containsExactly("waiting 0 -");
        FIXTURE.superuser("update tenant set status = 'pastDue' where id = '%s'".formatted(tenant));
        assertThat(due()).contains(tenant);
    }

    @Test
    void theWorkerLearnsOfTenantsWithWorkOneAfterTheOther() {
        TenantId idle = FIXTURE.tenant();
        FIXTURE.endpoint(idle);
        TenantId other = FIXTURE.tenant();
        FIXTURE.endpoint(other);
        FIXTURE.happens(tenant, 3);
        FIXTURE.happens(other, 1);
        TenantId first = tenant.value().toString().compareTo(other.value().toString()) < 0 ? tenant : other;
        TenantId second = first.equals(tenant) ? other : tenant;

        assertThat(due()).containsExactly(first, second);
        assertThat(FIXTURE.turn().dueTenants(first.value())).containsExactly(second);
        assertThat(FIXTURE.turn().dueTenants(second.value())).isEmpty();
    }

    @Test
    void aTenantTakesAndEndsItsOwnOnly() {
        TenantId other = FIXTURE.tenant();
        FIXTURE.happens(tenant, 1);

        assertThat(FIXTURE.take(other)).isEmpty();
        TakenDelivery taken = FIXTURE.take(tenant).orElseThrow();
        FIXTURE.attempted(other, taken, 410, "status-410");
        FIXTURE.again(other, taken.id());

        assertThat(FIXTURE.deliveries(tenant)).containsExactly("waiting 1 -");
        assertThat(status(endpoint)).isEqualTo("enabled");
        assertThat(FIXTURE.read(other, "select 'attempt' from webhook_attempt")).isEmpty();
    }

    @Test
    void anEndpointThatWasDisabledMeanwhileIsSentNothing() {
        int before = FIXTURE.counted();
        FIXTURE.happens(tenant, 1);
        FIXTURE.superuser("update webhook_endpoint set status = 'disabled' where id = '%s'".formatted(endpoint));

        FIXTURE.dispatch(new AttemptDelivery() {
                    @Override
                    public void run(TakenDelivery taken) {
                        throw new AssertionError("sent");
                    }
                })
                .run(threads);

        assertThat(FIXTURE.deliveries(tenant)).containsExactly("dead 1 endpoint-disabled");
        assertThat(FIXTURE.counted()).isEqualTo(before);

        FIXTURE.superuser("update webhook_endpoint set status = 'enabled' where id = '%s'".formatted(endpoint));
        FIXTURE.again(tenant, only(tenant));
        FIXTURE.delivered(tenant, FIXTURE.take(tenant).orElseThrow());
        assertThat(FIXTURE.counted()).as("when it is sent").isEqualTo(before + 1);
    }

    @Test
    void aSecretThatWasReplacedSignsAlongForItsTime() {
        FIXTURE.superuser("""
                update webhook_endpoint set previous_secret = 'b', previous_until = now() + interval '1 year'
                where id = '%s'
                """.formatted(endpoint));
        FIXTURE.happens(tenant, 2);
        assertThat(FIXTURE.take(tenant).flatMap(TakenDelivery::previousSecret)).isPresent();
        FIXTURE.superuser("update webhook_endpoint set previous_until = now() where id = '%s'".formatted(endpoint));
        Optional<TakenDelivery> later = FIXTURE.take(tenant);
        assertThat(later).isPresent();
        assertThat(later.flatMap(TakenDelivery::previousSecret)).isEmpty();
    }

    @Test
    void theBodyIsTheSameInEachAttemptAndTellsTheNumber() {
        FIXTURE.happens(tenant, 1);
        TakenDelivery one = FIXTURE.take(tenant).orElseThrow();
        FIXTURE.pass(DeliveryTurn.LEASE);
        TakenDelivery other = FIXTURE.take(tenant).orElseThrow();

        assertThat(Payload.of(other.event()))
                .isEqualTo(Payload.of(one.event()))
                .startsWith("{\"type\":\"thing.happened\",\"timestamp\":\"2")
                .contains("\"number\":1,\"data\":{\"id\":\"");
    }

    private static List<TenantId> due() {
        return FIXTURE.turn().dueTenants(DeliveryRows.BEFORE_ALL);
    }

    private List<Integer> numbers(TakenDelivery taken) {
        List<AttemptView> attempts = FIXTURE.in(tenant, em -> AttemptRows.of(em, taken.id()));
        return attempts.stream().map(AttemptView::number).toList();
    }

    private static UUID only(TenantId tenant) {
        return UUID.fromString(FIXTURE.read(tenant, "select cast(id as text) from webhook_delivery")
                .get(0));
    }

    private String status(UUID id) {
        return FIXTURE.read(tenant, "select status from webhook_endpoint where id = '%s'".formatted(id))
                .get(0);
    }
}
