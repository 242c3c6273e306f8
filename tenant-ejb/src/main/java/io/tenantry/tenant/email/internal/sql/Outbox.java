package io.tenantry.tenant.email.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The statements on the two outboxes. */
public enum Outbox {
    /** Of the thread's tenant. */
    TENANT("tenant_email", "tenant_id = app.tenant()"),
    /** Of nobody's. */
    PLATFORM("platform_email", "true");

    private final String table;
    private final String whose;

    Outbox(String table, String whose) {
        this.table = table;
        this.whose = whose;
    }

    public void insert(
            EntityManager em, UUID id, String key, String language, String recipient, String variables, Instant now) {
        em.createNativeQuery(sql("""
                        insert into {table} (id, key, language, recipient, variables, due_at, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?6)
                        """))
                .setParameter(1, id)
                .setParameter(2, key)
                .setParameter(3, language)
                .setParameter(4, recipient)
                .setParameter(5, variables)
                .setParameter(6, Timestamp.from(now))
                .executeUpdate();
    }

    private String sql(String statement) {
        return statement.replace("{table}", table).replace("{whose}", whose);
    }
}
