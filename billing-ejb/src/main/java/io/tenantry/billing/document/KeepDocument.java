package io.tenantry.billing.document;

import io.tenantry.billing.document.internal.Sha256;
import io.tenantry.billing.document.internal.sql.DocumentRows;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps the documents of the thread's tenant: one for an invoice and a language. */
@Stateless
public class KeepDocument {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public Optional<DocumentFile> find(UUID invoice, Locale language) {
        return DocumentRows.find(entityManager, invoice, language.getLanguage())
                .map(row -> new DocumentFile(
                        row.number(), row.content(), HexFormat.of().formatHex(row.sha256())));
    }

    /** Returns the one that is kept: another's, if that one was first. */
    public DocumentFile keep(UUID invoice, Locale language, byte[] content) {
        DocumentRows.keep(entityManager, invoice, language.getLanguage(), content, Sha256.of(content), clock.now());
        return find(invoice, language).orElseThrow();
    }
}
