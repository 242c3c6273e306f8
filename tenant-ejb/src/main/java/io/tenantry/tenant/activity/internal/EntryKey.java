package io.tenantry.tenant.activity.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * The place of an entry in the order of sealing.
 *
 * @param position grows from transaction to transaction
 */
public record EntryKey(long position, Instant at, UUID id) {

    /** Before every entry. */
    public static final EntryKey START = new EntryKey(-1, Instant.EPOCH, new UUID(0, 0));
}
