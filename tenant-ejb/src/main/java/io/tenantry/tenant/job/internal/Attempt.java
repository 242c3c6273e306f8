package io.tenantry.tenant.job.internal;

/** How an attempt at a slot ended. */
enum Attempt {
    /** By this node now, or by any before. */
    DONE,
    /** It failed, now or so lately that it is not tried again yet. */
    FAILED,
    /** Another node is at it. */
    ELSEWHERE
}
