package io.tenantry.platform.time;

import java.time.Instant;

/**
 * The test clock has been moved forward: whatever has fallen due is done before the call that moved it answers.
 *
 * @param from what it showed before
 */
public record ClockMoved(Instant from, Instant now) {}
