package io.tenantry.billing.subscription;

import io.tenantry.billing.subscription.internal.sql.TenantStatements;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.OptionalLong;

/** Loads the subscription of the thread's tenant to change it; changes at the same time wait for each other. */
public final class HeldSubscription {

    private HeldSubscription() {}

    public static TenantBilling hold(EntityManager entityManager) {
        return hold(entityManager, OptionalLong.empty());
    }

    /**
     * The tenant first: whoever changes its status holds it, and then has the subscription follow.
     *
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}; {@code precondition-failed} if it is another version by now
     */
    public static TenantBilling hold(EntityManager entityManager, OptionalLong expected) {
        TenantContext.required();
        TenantStatements.hold(entityManager);
        TenantBilling subscription = entityManager
                .createQuery("select b from TenantBilling b", TenantBilling.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (expected.isPresent() && expected.getAsLong() != subscription.version()) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        return subscription;
    }
}
