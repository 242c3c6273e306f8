package io.tenantry.platform.announcement;

/**
 * Whether this node hears announcements from now on. What was remembered before may have changed unheard: forget it, and
 * remember nothing while deaf.
 */
public record Hearing(boolean on) {}
