package io.tenantry.platform.persistence;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.OptionalLong;
import java.util.UUID;

/** Loads what is to be changed, in the version the client has seen; changes at the same time wait for each other. */
public final class Versions {

    private Versions() {}

    /**
     * @param expected empty if the client does not care
     * @throws ProblemException {@code not-found}; {@code precondition-failed} if it is another version by now
     */
    public static <T extends TenantEntity> T load(
            EntityManager entityManager, Class<T> type, UUID id, OptionalLong expected) {
        T entity = entityManager.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw ProblemException.notFound();
        }
        require(expected, entity.version());
        return entity;
    }

    /**
     * @param expected empty if the client does not care
     * @throws ProblemException {@code precondition-failed} if {@code version} is another one by now
     */
    public static void require(OptionalLong expected, long version) {
        if (expected.isPresent() && expected.getAsLong() != version) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
    }

    /** Counts a change of values that are stored elsewhere. */
    public static void raise(EntityManager entityManager, TenantEntity entity) {
        entityManager.lock(entity, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
    }
}
