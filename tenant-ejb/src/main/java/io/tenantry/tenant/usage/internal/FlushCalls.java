package io.tenantry.tenant.usage.internal;

import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.usage.ApiCalls;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings the counted API calls every so many seconds, when there are many, and when the node stops. */
@Singleton
@Startup
@DependsOn("StartUp")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlushCalls {

    private static final String WHAT = "bringing the counted API calls";

    @Inject
    ApiCalls calls;

    @Inject
    @ConfigProperty(name = "tenantry.usage.flush-seconds", defaultValue = "1")
    int seconds;

    private volatile long last = System.nanoTime();

    /** At once, on a thread of its own. */
    @Asynchronous
    public void kick() {
        TimerWork.attempt(WHAT, calls::flush);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        // half a second of play, so that a timer that is a little early does not wait for the next
        if (System.nanoTime() - last
                >= Duration.ofSeconds(seconds).minusMillis(500).toNanos()) {
            last = System.nanoTime();
            TimerWork.attempt(WHAT, calls::flush);
        }
    }

    @PreDestroy
    void stop() {
        TimerWork.attempt(WHAT, calls::flush);
    }
}
