package io.tenantry.tenant.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.event.EventListener;
import io.tenantry.tenant.event.PublishedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Everybody who listens is told everything once and in order, and nobody waits for who is slow. */
class FeedTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));

    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Feed feed = new Feed(TENANT);

    private static final class Client implements EventListener {

        private final List<Long> told = new ArrayList<>();
        private volatile long position;
        private volatile boolean room = true;

        Client(long position) {
            this.position = position;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean hasRoom() {
            return room;
        }

        @Override
        public void take(PublishedEvent event) {
            told.add(event.number());
            position = event.number();
        }
    }

    @Test
    void aPageIsReadOnceForAll() {
        Client one = joined(0);
        Client other = joined(0);
        last.set(3);

        feed.read(this::events);

        assertThat(one.told).containsExactly(1L, 2L, 3L);
        assertThat(other.told).isEqualTo(one.told);
        assertThat(reads).hasValue(1);
    }

    @Test
    void whoComesBackIsToldTheRestAndTheOthersNothingTwice() {
        last.set(950);
        Client here = joined(948);
        Client back = joined(3);

        feed.read(this::events);

        assertThat(here.told).containsExactly(949L, 950L);
        assertThat(back.told).isEqualTo(LongStream.rangeClosed(4, 950).boxed().toList());
    }

    @Test
    void whoIsFullIsPassedOverAndMissesNothing() {
        Client quick = joined(0);
        Client slow = joined(0);
        slow.room = false;
        last.set(2);
        feed.read(this::events);
        assertThat(quick.told).containsExactly(1L, 2L);
        assertThat(slow.told).isEmpty();

        slow.room = true;
        last.set(3);
        feed.read(this::events);

        assertThat(quick.told).containsExactly(1L, 2L, 3L);
        assertThat(slow.told).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatComesWhileSomebodyReadsIsReadToo() throws InterruptedException {
        Client client = joined(0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 2_000; i++) {
            threads.execute(() -> {
                last.incrementAndGet();
                feed.read(this::events);
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(client.told)
                .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
    }

    @Test
    void aReadThatFailsIsMadeUpForByTheNext() {
        Client client = joined(0);
        last.set(1);
        feed.read((number, most) -> {
            throw new IllegalStateException("no database");
        });
        feed.read(this::events);
        assertThat(client.told).containsExactly(1L);
    }

    @Test
    void itReadsForItsTenant() {
        joined(0);
        feed.read((number, most) -> {
            reads.incrementAndGet();
            assertThat(TenantContext.required()).isEqualTo(TENANT);
            return List.of();
        });
        assertThat(reads).hasValue(1);
    }

    @Test
    void oneThreadIsSentForManyAnnouncements() {
        assertThat(feed.kick()).isTrue();
        assertThat(feed.kick()).isFalse();
        feed.read(this::events);
        assertThat(feed.kick()).isTrue();
    }

    private Client joined(long position) {
        Client client = new Client(position);
        feed.with(client);
        return client;
    }

    private List<PublishedEvent> events(long after, int most) {
        reads.incrementAndGet();
        return LongStream.rangeClosed(after + 1, Math.min(last.get(), after + most))
                .mapToObj(number -> new PublishedEvent(number, "thing.done", Instant.EPOCH, "{}", null))
                .toList();
    }
}
