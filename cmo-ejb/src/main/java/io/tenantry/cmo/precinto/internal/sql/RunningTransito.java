package io.tenantry.cmo.precinto.internal.sql;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on its way under a seal of the thread's tenant. */
public final class RunningTransito {

    private static final String CODE = """
            select code from transito
            where tenant_id = app.tenant() and precinto_id = ?1 and status = 'inProgress'
            """;

    private RunningTransito() {}

    /** Its code; the index allows no second one. */
    public static Optional<String> under(EntityManager entityManager, UUID precinto) {
        List<?> codes =
                entityManager.createNativeQuery(CODE).setParameter(1, precinto).getResultList();
        return codes.stream().map(String.class::cast).findFirst();
    }
}
