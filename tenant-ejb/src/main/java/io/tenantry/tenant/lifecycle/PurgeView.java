package io.tenantry.tenant.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The proof of a purge.
 *
 * @param id of the tenant that was
 * @param finishedAt {@code null} as long as the tenant is there
 * @param rowsLeft counted when no more rows could be removed, {@code null} before
 */
public record PurgeView(
        UUID id,
        String slug,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        long rowsRemoved,
        Long rowsLeft) {

    /** A purge, and where its rows were. */
    public record Detail(PurgeView purge, List<Table> tables) {}

    /** A table, or a column of a shared table that names tenants. */
    public record Table(String name, long rowsRemoved, Long rowsLeft) {}
}
