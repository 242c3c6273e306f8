package io.tenantry.cmo.transito;

import io.tenantry.cmo.precinto.MovePrecinto;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.OptionalLong;
import java.util.UUID;

/** Locks a transit with its seal. The seal comes first for everybody who needs both, so nobody waits in a circle. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class LockTransito {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    MovePrecinto precintos;

    /**
     * @throws ProblemException {@code not-found}; {@code precondition-failed} if it is another version by now, or got
     *     under another seal at this moment
     */
    public Transito lock(UUID id, OptionalLong expected) {
        UUID precinto = entityManager
                .createQuery("select t.precintoId from Transito t where t.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        precintos.lock(precinto);
        Transito transito = Versions.load(entityManager, Transito.class, id, expected);
        if (!transito.precintoId().equals(precinto)) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        return transito;
    }
}
