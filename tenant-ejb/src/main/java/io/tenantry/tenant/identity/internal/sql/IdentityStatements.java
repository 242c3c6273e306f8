package io.tenantry.tenant.identity.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whom an outside identity provider means. */
public final class IdentityStatements {

    private static final String FIND = "select account_id from account_identity where issuer = ?1 and subject = ?2";

    /** Whoever was linked before stays: on either key a second link changes nothing. */
    private static final String LINK = """
            insert into account_identity (issuer, subject, account_id, created_at)
            values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private IdentityStatements() {}

    public static Optional<UUID> find(EntityManager entityManager, String issuer, String subject) {
        List<?> found = entityManager
                .createNativeQuery(FIND)
                .setParameter(1, issuer)
                .setParameter(2, subject)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    public static void link(EntityManager entityManager, String issuer, String subject, UUID account, Instant now) {
        entityManager
                .createNativeQuery(LINK)
                .setParameter(1, issuer)
                .setParameter(2, subject)
                .setParameter(3, account)
                .setParameter(4, Timestamp.from(now))
                .executeUpdate();
    }
}
