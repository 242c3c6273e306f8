package io.tenantry.billing.dunning.internal.sql;

import io.tenantry.platform.id.Ids;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Notes that a step was done. */
public final class StepStatements {

    /** Waits for another transaction that is about to do the same. */
    private static final String CLAIM = """
            insert into dunning_step (tenant_id, id, invoice_id, step, created_at, version)
            values (app.tenant(), ?1, ?2, ?3, ?4, 1)
            on conflict (tenant_id, invoice_id, step) do nothing
            """;

    private StepStatements() {}

    /** @return whether nobody had done it */
    public static boolean claim(EntityManager entityManager, UUID invoice, String step, Instant at) {
        return entityManager
                        .createNativeQuery(CLAIM)
                        .setParameter(1, Ids.next())
                        .setParameter(2, invoice)
                        .setParameter(3, step)
                        .setParameter(4, Timestamp.from(at))
                        .executeUpdate()
                == 1;
    }
}
