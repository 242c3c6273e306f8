package io.tenantry.tenant.activity;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.internal.Withheld;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the tenant's activity log, in the transaction of what it reports: both are stored or neither.
 *
 * <p>Values before and after are given member by member; leave out what is secret.
 * What is named like a secret all the same is withheld.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ActivityLog {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public void created(String entity, UUID id, Map<String, Object> after) {
        append(entity + ".created", entity, id, null, after);
    }

    /** @param action such as {@code transito.started}; {@code .changed} where nothing says more */
    public void changed(String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
        append(action, entity, id, before, after);
    }

    public void deleted(String entity, UUID id, Map<String, Object> before) {
        append(entity + ".deleted", entity, id, before, null);
    }

    /** Something that is no change of values, such as a sign-in. */
    public void happened(String action, String entity, UUID id) {
        append(action, entity, id, null, null);
    }

    private void append(String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
        entityManager.persist(
                new TenantActivityLog(Caller.current(), action, entity, id, json(before), json(after), clock.now()));
    }

    private static String json(Map<String, Object> values) {
        return values == null
                ? null
                : Withheld.from(JSON.createObjectBuilder(values).build()).toString();
    }
}
