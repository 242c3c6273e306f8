package io.tenantry.tenant.signin.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/** The statements on {@code platform_setup}. */
public final class SetupStatements {

    private SetupStatements() {}

    /** @return whether this call was the first ever; one at the same time waits for the other's commit */
    public static boolean complete(EntityManager entityManager, Instant now) {
        return entityManager
                        .createNativeQuery("insert into platform_setup values (true, ?1) on conflict do nothing")
                        .setParameter(1, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    public static boolean isComplete(EntityManager entityManager) {
        return !entityManager
                .createNativeQuery("select done from platform_setup")
                .getResultList()
                .isEmpty();
    }
}
