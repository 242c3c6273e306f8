package io.tenantry.tenant.email;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantRequired;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.email.internal.Variables;
import io.tenantry.tenant.email.internal.sql.Outbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Map;

/**
 * Writes e-mail into the outbox, in the transaction of what it reports: it is sent after the commit, and never if there
 * is none.
 *
 * <p>The text is the tenant's template of the key, in the nearest language there is, as it is when the e-mail is sent.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SendEmail {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Event<EmailWritten> written;

    @Inject
    BusinessClock clock;

    /**
     * Writes in the name of the thread's tenant.
     *
     * @param variables exactly the key's {@link EmailKey#variables()}, none with a control character
     * @throws ProblemException {@code validation} at {@code /email} for a bad address
     * @throws IllegalArgumentException for other variables
     * @throws TenantRequired without a tenant
     */
    public void to(String recipient, Locale language, EmailKey key, Map<String, String> variables) {
        TenantContext.required();
        write(Outbox.TENANT, recipient, language, key, variables);
    }

    /** Writes in the name of the platform, to somebody who may be in no tenant; otherwise as {@link #to}. */
    public void fromPlatform(String recipient, Locale language, EmailKey key, Map<String, String> variables) {
        write(Outbox.PLATFORM, recipient, language, key, variables);
    }

    private void write(Outbox outbox, String recipient, Locale language, EmailKey key, Map<String, String> variables) {
        String address = EmailAddress.parse("/email", recipient).value();
        String json = Variables.json(key, variables);
        outbox.insert(entityManager, Ids.next(), key.code(), language.getLanguage(), address, json, clock.wallClock());
        written.fire(new EmailWritten());
    }
}
