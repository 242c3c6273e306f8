package io.tenantry.tenant.start;

import io.tenantry.platform.announcement.AnnouncementReader;
import io.tenantry.platform.database.Databases;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Listens for announcements as long as the application runs, on a connection of the owner's pool, which nobody needs after
 * the start: requests can have all of theirs.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class HearAnnouncements {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Event<Object> events;

    private AnnouncementReader reader;

    @PostConstruct
    void start() {
        reader = new AnnouncementReader(Databases.owner(), events::fire);
        threads.newThread(reader).start();
    }

    @PreDestroy
    void stop() {
        reader.stop();
    }
}
