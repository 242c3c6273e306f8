package io.tenantry.tenant.activity;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.internal.ChainHead;
import io.tenantry.tenant.activity.internal.ChainKey;
import io.tenantry.tenant.activity.internal.EntryKey;
import io.tenantry.tenant.activity.internal.EntryRow;
import io.tenantry.tenant.activity.internal.Seal;
import io.tenantry.tenant.activity.internal.sql.EntryRows;
import io.tenantry.tenant.activity.internal.sql.SealStatements;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Goes on with the chain over the activity log of the thread's tenant.
 *
 * <p>Entries of transactions that still run wait for the next time, so none is ever left out. Writers wait for nobody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealActivity {

    /** Entries of one link; also what is held in memory. */
    static final int MOST = 500;

    private static final System.Logger LOGGER = System.getLogger(SealActivity.class.getName());

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ChainKey key;

    @Inject
    BusinessClock clock;

    /**
     * Adds one link. A chain whose end is missing is not continued: that would hide it.
     *
     * @return whether there may be more to seal
     */
    public boolean next() {
        TenantId tenant = TenantContext.required();
        ChainHead head = SealStatements.lockedHead(entityManager, ChainHead.at(null, tenant, key));
        Seal newest = SealStatements.newest(entityManager);
        if (!head.isAt(newest, tenant, key)) {
            LOGGER.log(
                    System.Logger.Level.ERROR, "the end of the activity log''s chain is missing: tenant={0}", tenant);
            return false;
        }
        EntryKey last = newest == null ? EntryKey.START : newest.lastKey();
        List<EntryRow> rows = EntryRows.next(entityManager, last, EntryRows.horizon(entityManager), MOST);
        if (!rows.isEmpty()) {
            Seal seal = Seal.after(newest, rows, tenant, clock.wallClock(), key);
            SealStatements.append(entityManager, seal, ChainHead.at(seal, tenant, key));
        }
        return rows.size() == MOST;
    }
}
