package io.tenantry.tenant.event;

import io.tenantry.platform.announcement.Announcement;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.event.internal.Feed;
import io.tenantry.tenant.event.internal.FeedWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells listeners on this node what happens in their tenant, on whichever node. Each event is read once for all. */
@ApplicationScoped
public class LiveEvents {

    private static final String TABLE = "tenant_event";

    @Inject
    FeedWorker worker;

    private final Map<TenantId, Feed> feeds = new ConcurrentHashMap<>();

    public void join(TenantId tenant, EventListener listener) {
        feeds.compute(tenant, (id, feed) -> (feed == null ? new Feed(id) : feed).with(listener));
        wake(tenant);
    }

    public void leave(TenantId tenant, EventListener listener) {
        feeds.computeIfPresent(tenant, (id, feed) -> feed.without(listener) ? null : feed);
    }

    /** There may be something for the tenant's listeners. Does not wait. */
    public void wake(TenantId tenant) {
        Feed feed = feeds.get(tenant);
        if (feed != null && feed.kick()) {
            // must not throw: whoever announces has others to tell
            TimerWork.attempt("reading events", () -> worker.kick(feed));
        }
    }

    /** Of the tenants that somebody listens to. */
    public List<Feed> feeds() {
        return List.copyOf(feeds.values());
    }

    void heard(@Observes Announcement announcement) {
        if (announcement.table().equals(TABLE)) {
            announcement.keys().forEach(key -> Ids.parse(key).map(TenantId::new).ifPresent(this::wake));
        }
    }
}
