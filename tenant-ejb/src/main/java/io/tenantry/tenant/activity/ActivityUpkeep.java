package io.tenantry.tenant.activity;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.internal.ChainKey;
import io.tenantry.tenant.activity.internal.Dropped;
import io.tenantry.tenant.activity.internal.sql.EntryRows;
import io.tenantry.tenant.activity.internal.sql.UpkeepStatements;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is done for the activity logs of all tenants together. The thread works for none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ActivityUpkeep {

    /** The database drops nothing younger. */
    static final int LEAST_MONTHS = 3;

    /** For how long a node may be at it before another takes over: it may have died. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ChainKey key;

    @Inject
    BusinessClock clock;

    @Inject
    @ConfigProperty(name = "tenantry.activity.retention-months", defaultValue = "24")
    int retentionMonths;

    /** Entries at positions from {@code since} up to, without, {@code horizon}. */
    public record Pass(long since, long horizon) {}

    @PostConstruct
    void requireLongEnough() {
        if (retentionMonths < LEAST_MONTHS) {
            throw new IllegalStateException("tenantry.activity.retention-months is less than " + LEAST_MONTHS);
        }
    }

    /** Empty while another node is at it. */
    public Optional<Pass> claim() {
        Instant now = clock.wallClock();
        return UpkeepStatements.claim(entityManager, now, now.plus(LEASE)).stream()
                .mapToObj(since -> new Pass(since, EntryRows.horizon(entityManager)))
                .findFirst();
    }

    public List<TenantId> tenantsOf(Pass pass) {
        return UpkeepStatements.withActivity(entityManager, pass.since(), pass.horizon());
    }

    /** @param complete otherwise the next pass begins where this one did */
    public void finish(Pass pass, boolean complete) {
        UpkeepStatements.finish(entityManager, complete ? pass.horizon() : pass.since());
    }

    /**
     * Makes the partitions of the next months, and drops the months that are older than the configured retention. It
     * goes by the real time: the time of business may be anywhere.
     */
    public void keep() {
        Instant until = YearMonth.from(clock.wallClock().atZone(ZoneOffset.UTC))
                .minusMonths(retentionMonths)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        UpkeepStatements.keep(entityManager, Dropped.before(until, key));
    }
}
