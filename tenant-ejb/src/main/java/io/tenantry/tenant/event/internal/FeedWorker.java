package io.tenantry.tenant.event.internal;

import io.tenantry.tenant.event.FindEvents;
import io.tenantry.tenant.event.LiveEvents;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Reads for listeners: when told that there is something, and now and then, should that not have been heard. */
@Singleton
@DependsOn("StartUp")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class FeedWorker {

    @Inject
    FindEvents events;

    @Inject
    LiveEvents live;

    @Asynchronous
    public void kick(Feed feed) {
        feed.read(events::after);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        live.feeds().forEach(feed -> feed.read(events::after));
    }
}
