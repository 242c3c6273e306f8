package io.tenantry.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time by which the product does business, to the microsecond as the database keeps it.
 *
 * <p>Started with a test clock, it can be moved forward. Tokens, sessions and throttles run on {@link #wallClock()},
 * which cannot, because others (the server's token check, the browser) judge those by the real time.
 */
@ApplicationScoped
public class BusinessClock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final boolean adjustable;

    BusinessClock() {
        this(false);
    }

    @Inject
    public BusinessClock(@ConfigProperty(name = "tenantry.test-clock", defaultValue = "false") boolean adjustable) {
        this.adjustable = adjustable;
    }

    public Instant now() {
        return wallClock().plus(offset.get());
    }

    public Instant wallClock() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the product was started with a test clock. */
    public boolean isAdjustable() {
        return adjustable;
    }

    /**
     * Moves the clock to {@code now}, from where it runs on.
     *
     * @throws IllegalStateException without a test clock
     * @throws IllegalArgumentException if it would go backwards
     */
    public void moveTo(Instant now) {
        if (!adjustable) {
            throw new IllegalStateException("not started with a test clock");
        }
        offset.updateAndGet(before -> {
            Duration after = Duration.between(wallClock(), now);
            if (after.compareTo(before) < 0) {
                throw new IllegalArgumentException("the clock never goes backwards");
            }
            return after;
        });
    }
}
