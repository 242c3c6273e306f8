package io.tenantry.tenant.email.internal;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.email.EmailSettingsValues;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The one row of a tenant's e-mail settings. */
@Entity
@Table(name = "tenant_email_settings")
public class EmailSettings extends TenantEntity {

    @Column(name = "sender_name")
    private String senderName;

    @Column(name = "sender_address")
    private String senderAddress;

    @Column(name = "reply_to")
    private String replyTo;

    private String footer;

    protected EmailSettings() {}

    public EmailSettings(Instant now) {
        super(Ids.next(), now);
    }

    /** Those of the thread's tenant. */
    public static Optional<EmailSettings> find(EntityManager entityManager) {
        return entityManager
                .createQuery("select s from EmailSettings s", EmailSettings.class)
                .getResultStream()
                .findFirst();
    }

    public void set(EmailSettingsValues values) {
        senderName = values.senderName();
        senderAddress = values.senderAddress();
        replyTo = values.replyTo();
        footer = values.footer();
    }

    public EmailSettingsValues values() {
        return new EmailSettingsValues(senderName, senderAddress, replyTo, footer);
    }
}
