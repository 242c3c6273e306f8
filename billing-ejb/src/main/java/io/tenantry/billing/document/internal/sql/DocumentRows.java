package io.tenantry.billing.document.internal.sql;

import io.tenantry.platform.id.Ids;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The documents that were handed out. */
public final class DocumentRows {

    private static final String FIND = """
            select i.number, d.content, d.sha256
            from invoice_document d
            join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
            where d.tenant_id = app.tenant() and d.invoice_id = ?1 and d.locale = ?2
            """;

    /** Whoever comes second waits for the first and changes nothing; an entity would end in an error. */
    private static final String KEEP = """
            insert into invoice_document (tenant_id, id, invoice_id, locale, content, sha256, created_at, version)
            values (app.tenant(), ?1, ?2, ?3, ?4, ?5, ?6, 1)
            on conflict (tenant_id, invoice_id, locale) do nothing
            """;

    private DocumentRows() {}

    public record Row(String number, byte[] content, byte[] sha256) {}

    public static Optional<Row> find(EntityManager entityManager, UUID invoice, String locale) {
        List<?> rows = entityManager
                .createNativeQuery(FIND)
                .setParameter(1, invoice)
                .setParameter(2, locale)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((String) row[0], (byte[]) row[1], (byte[]) row[2]))
                .findFirst();
    }

    public static void keep(
            EntityManager entityManager, UUID invoice, String locale, byte[] content, byte[] sha256, Instant now) {
        entityManager
                .createNativeQuery(KEEP)
                .setParameter(1, Ids.next())
                .setParameter(2, invoice)
                .setParameter(3, locale)
                .setParameter(4, content)
                .setParameter(5, sha256)
                .setParameter(6, Timestamp.from(now))
                .executeUpdate();
    }
}
