package io.tenantry.tenant.customfield;

import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import jakarta.persistence.EntityManager;
import java.util.OptionalLong;
import java.util.UUID;

/** Loads a field that is to be changed. Until that is done, nobody else changes it or writes values of it. */
final class HeldField {

    private HeldField() {}

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    static TenantCustomField load(EntityManager entityManager, UUID id, OptionalLong expected) {
        return Versions.load(entityManager, TenantCustomField.class, id, expected);
    }

    /** @throws ProblemException also {@code precondition-required} if no version is named */
    static TenantCustomField required(EntityManager entityManager, UUID id, OptionalLong expected) {
        TenantCustomField field = load(entityManager, id, expected);
        if (expected.isEmpty()) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED);
        }
        return field;
    }
}
