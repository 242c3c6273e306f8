package io.tenantry.tenant.usage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.CallCounts.Turn;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallCountsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final CallCounts counts = new CallCounts();

    @Test
    void callsOfAQuarterOfAnHourAreOneNumber() {
        counts.add(tenant, NOON);
        counts.add(tenant, NOON.plusSeconds(899));
        counts.add(tenant, NOON.plusSeconds(900));

        assertThat(counts.turn().calls())
                .containsOnly(
                        java.util.Map.entry(new CallCounts.Key(tenant, NOON), 2L),
                        java.util.Map.entry(new CallCounts.Key(tenant, NOON.plusSeconds(900)), 1L));
    }

    @Test
    void aTurnIsGivenOutAgainUntilItIsDone() {
        counts.add(tenant, NOON);
        Turn first = counts.turn();
        assertThat(counts.add(tenant, NOON)).isEqualTo(1);

        assertThat(counts.turn()).isEqualTo(first);
        counts.done(first);

        Turn second = counts.turn();
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(second.calls().values()).containsExactly(1L);
        counts.done(second);
        assertThat(counts.turn().isEmpty()).isTrue();
    }

    @Test
    void noCallIsLostOrCountedTwiceWhileTurnsLeave() throws Exception {
        int threads = 4;
        int each = 50_000;
        CountDownLatch running = new CountDownLatch(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            executor.execute(() -> {
                for (int i = 0; i < each; i++) {
                    counts.add(tenant, NOON);
                }
                running.countDown();
            });
        }
        executor.shutdown();
        long sum = 0;
        boolean over;
        do {
            over = running.getCount() == 0;
            Turn turn = counts.turn();
            sum += turn.calls().values().stream().mapToLong(Long::longValue).sum();
            counts.done(turn);
        } while (!over);

        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sum).isEqualTo((long) threads * each);
    }
}
