package io.tenantry.tenant.event.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.event.EventListener;
import io.tenantry.tenant.event.PublishedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The events of one tenant, read once for all who listen. */
public final class Feed {

    private static final System.Logger LOGGER = System.getLogger(Feed.class.getName());
    private static final int PAGE = 200;

    private final TenantId tenant;
    private final Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean kicked = new AtomicBoolean();
    private final AtomicInteger wanted = new AtomicInteger();

    /** Where events come from. */
    public interface Source {

        /** The next of the thread's tenant, at most so many. */
        List<PublishedEvent> after(long number, int most);
    }

    public Feed(TenantId tenant) {
        this.tenant = tenant;
    }

    public Feed with(EventListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Whether nobody is left. */
    public boolean without(EventListener listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    /** Whether the caller has to see to it that somebody reads; if not, somebody will. */
    public boolean kick() {
        return kicked.compareAndSet(false, true);
    }

    /** One call at a time reads; those that come meanwhile make it look once more. */
    public void read(Source source) {
        kicked.set(false);
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = wanted.get();
            readSafely(source);
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void readSafely(Source source) {
        try {
            TenantContext.run(tenant, () -> readAll(source));
        } catch (RuntimeException | Error e) {
            // also an error: whoever left here without a word would leave the listeners without events
            LOGGER.log(System.Logger.Level.WARNING, "events were not read; tried again later", e);
        }
    }

    /** From where the hindmost is that takes something now. */
    private void readAll(Source source) {
        List<PublishedEvent> page;
        do {
            List<EventListener> ready =
                    listeners.stream().filter(EventListener::hasRoom).toList();
            if (ready.isEmpty()) {
                return;
            }
            long hindmost =
                    ready.stream().mapToLong(EventListener::position).min().orElseThrow();
            page = source.after(hindmost, PAGE);
            for (EventListener listener : ready) {
                page.stream()
                        .filter(event -> event.number() > listener.position())
                        .forEach(listener::take);
            }
        } while (page.size() == PAGE);
    }
}
