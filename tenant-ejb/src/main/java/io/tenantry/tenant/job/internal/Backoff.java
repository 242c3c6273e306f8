package io.tenantry.tenant.job.internal;

import java.time.Duration;

/** How long a slot rests after it failed: 1, 2, 4… minutes, at most an hour. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 6;

    private Backoff() {}

    static Duration after(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration most = Duration.ofHours(1);
        return doubled.compareTo(most) > 0 ? most : doubled;
    }
}
