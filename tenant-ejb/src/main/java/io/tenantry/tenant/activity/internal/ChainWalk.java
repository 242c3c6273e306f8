package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.activity.Verification;
import io.tenantry.tenant.activity.Verification.Kind;
import io.tenantry.tenant.activity.Verification.Problem;
import io.tenantry.tenant.activity.internal.sql.EntryRows;
import io.tenantry.tenant.activity.internal.sql.SealStatements;
import io.tenantry.tenant.activity.internal.sql.UpkeepStatements;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One walk along the chain of the thread's tenant, up to the first problem. It holds one link at a time. */
public final class ChainWalk {

    private final EntityManager entityManager;
    private final ChainKey key;
    private final TenantId tenant = TenantContext.required();
    private Seal last;
    private long sealed;
    private Instant newest;

    public ChainWalk(EntityManager entityManager, ChainKey key) {
        this.entityManager = entityManager;
        this.key = key;
    }

    public Verification verify() {
        EntryRows.hold(entityManager);
        Instant keptFrom = keptFrom();
        ChainHead head = SealStatements.head(entityManager).orElseGet(() -> ChainHead.at(null, tenant, key));
        Problem problem = walk(head, keptFrom);
        return new Verification(problem == null, EntryRows.count(entityManager), sealed, newest, problem);
    }

    /** Links that are added meanwhile are beyond the head that was read, and are left for the next time. */
    private Problem walk(ChainHead head, Instant keptFrom) {
        Seal next = SealStatements.after(entityManager, 0);
        while (next != null && next.number() <= head.number()) {
            Problem problem = link(next, keptFrom);
            if (problem != null) {
                return problem;
            }
            last = next;
            next = SealStatements.after(entityManager, last.number());
        }
        return head.isAt(last, tenant, key) ? null : new Problem(Kind.SEAL_REMOVED, null, newest);
    }

    private Problem link(Seal seal, Instant keptFrom) {
        if (!seal.isSound(tenant, key)) {
            return new Problem(Kind.SEAL_EDITED, null, seal.sealedAt());
        }
        if (!follows(seal, keptFrom)) {
            return new Problem(Kind.SEAL_REMOVED, null, seal.sealedAt());
        }
        List<SealedEntry> entries = seal.entries();
        EntryKey from = last == null ? EntryKey.START : last.lastKey();
        // if there are too many, one too many is enough to see it; the rest is for naming it
        List<EntryRow> rows = EntryRows.between(entityManager, from, seal.lastKey(), 2 * entries.size() + 1);
        Problem problem = new LinkCheck(entries, keptFrom, tenant).compare(rows);
        if (problem != null) {
            boolean moved = problem.kind() == Kind.REMOVED && EntryRows.exists(entityManager, problem.id());
            return moved ? new Problem(Kind.REORDERED, problem.id(), problem.at()) : problem;
        }
        sealed += rows.size();
        newest = seal.through();
        return null;
    }

    /** The first one that is left follows what was dropped, as far as that was to be dropped. */
    private boolean follows(Seal seal, Instant keptFrom) {
        if (last == null) {
            return seal.number() == 1
                    || seal.previousThrough() != null && seal.previousThrough().isBefore(keptFrom);
        }
        return seal.number() == last.number() + 1 && Arrays.equals(seal.previous(), last.hash());
    }

    private Instant keptFrom() {
        return UpkeepStatements.dropped(entityManager).stream()
                .filter(dropped -> dropped.isOurs(key))
                .map(Dropped::until)
                .findFirst()
                .orElse(Instant.MIN);
    }
}
