package io.tenantry.cmo.transito;

import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Checks that a transit a body refers to is the tenant's own; the composite foreign key holds it too. */
public final class TransitoReference {

    private TransitoReference() {}

    /**
     * @throws ProblemException {@code validation} at {@code /transitoId}; one of another tenant, or under another seal,
     *     does not exist here
     */
    public static void require(EntityManager entityManager, UUID id, UUID precintoId) {
        Transito transito = entityManager.find(Transito.class, id);
        if (transito == null) {
            throw ProblemException.invalid("/transitoId", "validation.reference");
        }
        if (!transito.precintoId().equals(precintoId)) {
            throw ProblemException.invalid("/transitoId", "cmo.alerta-of-another-seal");
        }
    }
}
