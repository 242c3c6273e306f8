package io.tenantry.cmo.precinto;

import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Checks that a seal a body refers to is the tenant's own; the composite foreign key holds it too. */
public final class PrecintoReference {

    private PrecintoReference() {}

    /** @throws ProblemException {@code validation} at {@code /precintoId}; one of another tenant does not exist here */
    public static void require(EntityManager entityManager, UUID id) {
        if (entityManager.find(Precinto.class, id) == null) {
            throw ProblemException.invalid("/precintoId", "validation.reference");
        }
    }
}
