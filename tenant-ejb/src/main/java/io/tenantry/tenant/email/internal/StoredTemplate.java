package io.tenantry.tenant.email.internal;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A version of a tenant's template. Versions are added, never changed; the newest is in force. */
@Entity
@Table(name = "tenant_email_template")
public class StoredTemplate extends TenantEntity {

    private static final String OF_ONE = "select t from StoredTemplate t where t.key = :key and t.language = :language";

    private String key;
    private String language;
    private long no;
    private String subject;

    @Column(name = "text_body")
    private String text;

    @Column(name = "html_body")
    private String html;

    @Column(name = "created_by")
    private String createdBy;

    protected StoredTemplate() {}

    /** @param template {@code null} for the default */
    public StoredTemplate(
            EmailKey key, Locale language, long no, EmailTemplate template, String createdBy, Instant now) {
        super(Ids.next(), now);
        this.key = key.code();
        this.language = language.getLanguage();
        this.no = no;
        this.subject = template == null ? null : template.subject();
        this.text = template == null ? null : template.text();
        this.html = template == null ? null : template.html();
        this.createdBy = createdBy;
    }

    /** The thread's tenant's newest, if it ever made one. */
    public static Optional<StoredTemplate> newest(EntityManager entityManager, EmailKey key, Locale language) {
        return entityManager
                .createQuery(OF_ONE + " order by t.no desc", StoredTemplate.class)
                .setParameter("key", key.code())
                .setParameter("language", language.getLanguage())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public static Optional<StoredTemplate> numbered(
            EntityManager entityManager, EmailKey key, Locale language, long no) {
        return entityManager
                .createQuery(OF_ONE + " and t.no = :no", StoredTemplate.class)
                .setParameter("key", key.code())
                .setParameter("language", language.getLanguage())
                .setParameter("no", no)
                .getResultStream()
                .findFirst();
    }

    /** What is in force for the thread's tenant. */
    public static EmailTemplate inForce(EntityManager entityManager, EmailKey key, Locale language) {
        return newest(entityManager, key, language)
                .flatMap(StoredTemplate::template)
                .orElseGet(() -> DefaultTemplates.of(key, language));
    }

    /** Empty for the default. */
    public Optional<EmailTemplate> template() {
        return subject == null ? Optional.empty() : Optional.of(new EmailTemplate(subject, text, html));
    }

    public long no() {
        return no;
    }

    public String createdBy() {
        return createdBy;
    }
}
