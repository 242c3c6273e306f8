package io.tenantry.tenant.lifecycle.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.lifecycle.internal.PurgeOutcome;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The statements that look for tenants to purge, and {@code app.purge}, which does it with the rights of the owner. */
public final class PurgeStatements {

    private static final String DUE = """
            select id from tenant
            where status = 'purging' or status = 'closing' and purge_after <= ?1
            order by purge_after
            """;

    private PurgeStatements() {}

    public static List<TenantId> due(EntityManager entityManager, Instant now) {
        List<?> ids = entityManager
                .createNativeQuery(DUE)
                .setParameter(1, Timestamp.from(now))
                .getResultList();
        return ids.stream().map(id -> new TenantId((UUID) id)).toList();
    }

    public static PurgeOutcome remove(EntityManager entityManager, TenantId tenant, int most, String actor) {
        Object outcome = entityManager
                .createNativeQuery("select app.purge(?1, ?2, ?3)")
                .setParameter(1, tenant.value())
                .setParameter(2, most)
                .setParameter(3, actor)
                .getSingleResult();
        return PurgeOutcome.valueOf(outcome.toString().toUpperCase(Locale.ROOT));
    }
}
