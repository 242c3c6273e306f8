package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.activity.Verification.Kind;
import io.tenantry.tenant.activity.Verification.Problem;
import java.time.Instant;
import java.util.List;

/** Compares the entries that a link lists with those that are there. */
final class LinkCheck {

    private final List<SealedEntry> expected;
    private final TenantId tenant;

    /** @param keptFrom entries before it were dropped and are not expected */
    LinkCheck(List<SealedEntry> listed, Instant keptFrom, TenantId tenant) {
        this.expected =
                listed.stream().filter(entry -> !entry.at().isBefore(keptFrom)).toList();
        this.tenant = tenant;
    }

    /** The first entry that is not as listed, {@code null} if all are; one that was moved counts as removed here. */
    Problem compare(List<EntryRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Problem problem = compare(i, rows);
            if (problem != null) {
                return problem;
            }
        }
        return rows.size() < expected.size() ? problem(Kind.REMOVED, expected.get(rows.size())) : null;
    }

    private Problem compare(int place, List<EntryRow> rows) {
        EntryRow row = rows.get(place);
        if (place == expected.size()) {
            return new Problem(Kind.INSERTED, row.key().id(), row.key().at());
        }
        SealedEntry entry = expected.get(place);
        if (entry.isOf(row)) {
            return entry.matches(row, tenant) ? null : problem(Kind.EDITED, entry);
        }
        boolean follows = rows.stream().skip(place).anyMatch(entry::isOf);
        boolean listed = expected.stream().skip(place).anyMatch(other -> other.isOf(row));
        return follows && !listed
                ? new Problem(Kind.INSERTED, row.key().id(), row.key().at())
                : problem(Kind.REMOVED, entry);
    }

    private static Problem problem(Kind kind, SealedEntry entry) {
        return new Problem(kind, entry.id(), entry.at());
    }
}
