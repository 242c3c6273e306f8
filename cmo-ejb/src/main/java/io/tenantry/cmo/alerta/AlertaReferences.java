package io.tenantry.cmo.alerta;

import io.tenantry.cmo.precinto.PrecintoReference;
import io.tenantry.cmo.transito.TransitoReference;
import jakarta.persistence.EntityManager;

/** Checks what an alert is about. */
final class AlertaReferences {

    private AlertaReferences() {}

    /** @throws io.tenantry.platform.problem.ProblemException {@code validation} where it names what is not there */
    static void require(EntityManager entityManager, AlertaValues values) {
        PrecintoReference.require(entityManager, values.precintoId());
        if (values.transitoId() != null) {
            TransitoReference.require(entityManager, values.transitoId(), values.precintoId());
        }
    }
}
