package io.tenantry.tenant.usage;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.usage.internal.CallCounts;
import io.tenantry.tenant.usage.internal.CallCounts.Turn;
import io.tenantry.tenant.usage.internal.sql.CallStatements;
import io.tenantry.tenant.usage.internal.sql.CallStatements.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the tenants' API calls on this node in memory and brings them to the database, many tenants in one statement.
 * What a node that dies has not brought yet is lost, in favour of the tenants; nothing is ever counted twice.
 */
@ApplicationScoped
public class ApiCalls {

    static final String RESOURCE = "apiCalls";

    @Inject
    BatchDatabase database;

    @Inject
    BusinessClock clock;

    @Inject
    UsageThresholds thresholds;

    @Inject
    RefuseCalls refuse;

    @Inject
    TellUsage tell;

    private final CallCounts counts = new CallCounts();
    private final Set<TenantId> exhausted = ConcurrentHashMap.newKeySet();

    /** Counts a call; how many wait to be brought. */
    public long count(TenantId tenant) {
        return counts.add(tenant, clock.now());
    }

    /**
     * Refuses further calls of the thread's tenant where its hard limit has been reached. A limit that was lifted counts at
     * once.
     *
     * @throws io.tenantry.platform.problem.ProblemException {@code limit-exceeded}
     */
    public void requireOpen(TenantId tenant) {
        if (exhausted.contains(tenant)) {
            refuse.unlessLifted();
            exhausted.remove(tenant);
        }
    }

    /** Brings what waits; if that fails, it waits on, and the next call brings the same turn again. */
    public synchronized void flush() {
        Turn turn = counts.turn();
        if (turn.isEmpty()) {
            return;
        }
        List<Standing> standings =
                database.transaction(connection -> CallStatements.add(connection, turn, thresholds.all(), clock.now()));
        counts.done(turn);
        standings.stream().filter(Standing::exhausted).map(Standing::tenant).forEach(exhausted::add);
        standings.stream()
                .filter(Standing::untold)
                .map(Standing::tenant)
                .forEach(tenant -> TimerWork.attempt(
                        "telling a tenant what it has used", () -> TenantContext.run(tenant, tell::untold)));
    }
}
