package io.tenantry.web.event;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.platform.time.TimerWork;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks after the open streams: ends those that may not go on, keeps the others alive, tells the usage. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class StreamTimer {

    private static final System.Logger LOGGER = System.getLogger(StreamTimer.class.getName());
    private static final int ALIVE_SECONDS = 15;
    private static final int USAGE_SECONDS = 5;

    @Inject
    OpenStreams streams;

    @Inject
    BusinessClock clock;

    @Inject
    @ConfigProperty(name = "tenantry.events.verify-seconds", defaultValue = "25")
    int verifySeconds;

    private final AtomicBoolean busy = new AtomicBoolean();
    private int second;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        if (busy.compareAndSet(false, true)) {
            try {
                second++;
                streams.all().forEach(stream -> TimerWork.attempt("looking after a stream", () -> lookAfter(stream)));
                if (second % USAGE_SECONDS == 0) {
                    streams.tellUsage();
                }
            } finally {
                busy.set(false);
            }
        }
    }

    private void lookAfter(EventStream stream) {
        boolean over = stream.isStuck()
                || !clock.wallClock().isBefore(stream.listening().expiresAt());
        if (over || second % verifySeconds == 0 && !mayGoOn(stream)) {
            stream.end();
        } else if (second % ALIVE_SECONDS == 0) {
            stream.alive();
        }
    }

    /** Who cannot be verified may not: they come back, and are told why. */
    private static boolean mayGoOn(EventStream stream) {
        try {
            Set<String> visible = stream.listening().visible();
            stream.visible(visible);
            return !visible.isEmpty();
        } catch (ProblemException e) {
            return false;
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a listener could not be verified", e);
            return false;
        }
    }

    /** A stream that stayed open would keep the application's classes. */
    @PreDestroy
    void stop() {
        streams.endAll();
    }
}
