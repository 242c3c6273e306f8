package io.tenantry.tenant.activity;

import io.tenantry.tenant.activity.internal.ChainKey;
import io.tenantry.tenant.activity.internal.ChainWalk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Compares the activity log of the thread's tenant with the chain over it, link by link. */
@Stateless
public class VerifyActivity {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    SealActivity seal;

    @Inject
    ChainKey key;

    /** Seals first what can be sealed. */
    public Verification verify() {
        while (seal.next()) {
            // link by link
        }
        return new ChainWalk(entityManager, key).verify();
    }
}
