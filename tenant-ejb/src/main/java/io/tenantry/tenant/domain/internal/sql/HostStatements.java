package io.tenantry.tenant.domain.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on {@code domain_host}, which belongs to no tenant. */
public final class HostStatements {

    /** Waits for another transaction that is about to take the same host. */
    private static final String TAKE = """
            insert into domain_host (domain, tenant_id, domain_id, next_check_at)
            values (?1, app.tenant(), ?2, ?3)
            on conflict (domain) do nothing
            """;

    /** Nodes that ask at once get different hosts, and one whose node dies comes up again. */
    private static final String CLAIM = """
            update domain_host set next_check_at = ?2
            where domain = (select domain from domain_host
                            where next_check_at <= ?1
                            order by next_check_at, domain
                            limit 1
                            for update skip locked)
            returning tenant_id, domain_id
            """;

    private HostStatements() {}

    /** A host whose check is due. */
    public record Due(TenantId tenant, UUID domain) {}

    public static Optional<TenantId> tenantOf(EntityManager entityManager, String domain) {
        return rows(entityManager
                        .createNativeQuery("select tenant_id from domain_host where domain = ?1")
                        .setParameter(1, domain)
                        .getResultList())
                .map(HostStatements::uuid)
                .map(TenantId::new);
    }

    /** @return whether the thread's tenant has the host now and had not before */
    public static boolean take(EntityManager entityManager, String domain, UUID id, Instant nextCheck) {
        return entityManager
                        .createNativeQuery(TAKE)
                        .setParameter(1, domain)
                        .setParameter(2, id)
                        .setParameter(3, Timestamp.from(nextCheck))
                        .executeUpdate()
                == 1;
    }

    /** @return whether the thread's tenant had the host */
    public static boolean giveUp(EntityManager entityManager, String domain) {
        return entityManager
                        .createNativeQuery("delete from domain_host where domain = ?1 and tenant_id = app.tenant()")
                        .setParameter(1, domain)
                        .executeUpdate()
                == 1;
    }

    /** Of the thread's tenant's host. */
    public static void checkAt(EntityManager entityManager, String domain, Instant nextCheck) {
        entityManager
                .createNativeQuery(
                        "update domain_host set next_check_at = ?2 where domain = ?1 and tenant_id = app.tenant()")
                .setParameter(1, domain)
                .setParameter(2, Timestamp.from(nextCheck))
                .executeUpdate();
    }

    /**
     * One host of any tenant that is due at {@code now}.
     *
     * @param again when it is due again if nothing comes of it
     */
    public static Optional<Due> claim(EntityManager entityManager, Instant now, Instant again) {
        return rows(entityManager
                        .createNativeQuery(CLAIM)
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, Timestamp.from(again))
                        .getResultList())
                .map(Object[].class::cast)
                .map(row -> new Due(new TenantId(uuid(row[0])), uuid(row[1])));
    }

    private static Optional<?> rows(List<?> rows) {
        return rows.stream().findFirst();
    }

    private static UUID uuid(Object value) {
        return UUID.fromString(value.toString());
    }
}
