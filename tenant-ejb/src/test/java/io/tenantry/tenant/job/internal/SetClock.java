package io.tenantry.tenant.job.internal;

import io.tenantry.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/** Two times that stand still until they are set, in either direction. */
class SetClock extends BusinessClock {

    private volatile Instant business = Instant.parse("2026-03-01T12:00:00Z");
    private volatile Instant wall = Instant.parse("2026-11-01T00:00:00Z");

    SetClock() {
        super(true);
    }

    @Override
    public Instant now() {
        return business;
    }

    @Override
    public Instant wallClock() {
        return wall;
    }

    void set(String now) {
        business = Instant.parse(now);
    }

    void pass(Duration real) {
        wall = wall.plus(real);
    }
}
