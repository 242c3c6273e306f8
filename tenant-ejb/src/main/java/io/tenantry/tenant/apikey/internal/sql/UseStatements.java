package io.tenantry.tenant.apikey.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Notes the use of keys. JPQL would make each use a new version, and refuse whoever changes the key by its old one. */
public final class UseStatements {

    private static final String NOTE = """
            update tenant_api_key set last_used_at = ?2
            where tenant_id = app.tenant() and id = ?1 and (last_used_at is null or last_used_at <= ?3)
            """;

    private UseStatements() {}

    /** @param before a use noted after this is recent enough */
    public static void note(EntityManager entityManager, UUID key, Instant now, Instant before) {
        entityManager
                .createNativeQuery(NOTE)
                .setParameter(1, key)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(before))
                .executeUpdate();
    }
}
