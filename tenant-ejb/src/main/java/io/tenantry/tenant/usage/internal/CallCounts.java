package io.tenantry.tenant.usage.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls by tenant and quarter of an hour, of which every zone's days are made. They leave in turns; one whose end is not
 * known is given out again, unchanged, before the next.
 */
public final class CallCounts {

    private static final long QUARTER = 15 * 60;

    private final UUID node = UUID.randomUUID();
    private final Map<Key, Long> counts = new ConcurrentHashMap<>();
    private final AtomicLong waiting = new AtomicLong();
    private Turn current = new Turn(node, 0, Map.of());

    /** A tenant in the quarter of an hour that begins then. */
    public record Key(TenantId tenant, Instant quarter) {}

    /** What leaves at once. */
    public record Turn(UUID node, long number, Map<Key, Long> calls) {

        public boolean isEmpty() {
            return calls.isEmpty();
        }
    }

    /** How many calls wait for the next turn. */
    public long add(TenantId tenant, Instant at) {
        long second = at.getEpochSecond();
        counts.merge(new Key(tenant, Instant.ofEpochSecond(second - Math.floorMod(second, QUARTER))), 1L, Long::sum);
        return waiting.incrementAndGet();
    }

    /** The turn that is not {@link #done} yet, else a new one of all that waits. */
    public synchronized Turn turn() {
        if (current.isEmpty()) {
            Map<Key, Long> taken = new HashMap<>();
            // taken one by one: what is counted meanwhile is in this turn or in the next, and nowhere twice
            counts.keySet().forEach(key -> {
                Long calls = counts.remove(key);
                if (calls != null) {
                    taken.put(key, calls);
                    waiting.addAndGet(-calls);
                }
            });
            current = new Turn(node, current.number() + 1, Map.copyOf(taken));
        }
        return current;
    }

    public synchronized void done(Turn turn) {
        current = new Turn(node, turn.number(), Map.of());
    }
}
