package io.tenantry.tenant.activity;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.internal.Withheld;
import io.tenantry.tenant.activity.internal.sql.EntryStatements;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
        append(entity + ".created", entity, id, null, json(after));
    }

    /**
     * An entry for each of many that were created together; all are stored by one statement.
     *
     * @param after by id
     */
    public void created(String entity, Map<UUID, Map<String, Object>> after) {
        Map<UUID, String> others = new LinkedHashMap<>();
        after.forEach((id, values) -> others.put(id, json(values)));
        Iterator<Map.Entry<UUID, String>> entries = others.entrySet().iterator();
        if (entries.hasNext()) {
            Map.Entry<UUID, String> first = entries.next();
            TenantActivityLog like = append(entity + ".created", entity, first.getKey(), null, first.getValue());
            entries.remove();
            entityManager.flush();
            EntryStatements.add(entityManager, like.id(), like.createdAt(), others);
        }
    }

    /** @param action such as {@code transito.started}; {@code .changed} where nothing says more */
    public void changed(String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
        append(action, entity, id, json(before), json(after));
    }

    public void deleted(String entity, UUID id, Map<String, Object> before) {
        append(entity + ".deleted", entity, id, json(before), null);
    }

    /** Something that is no change of values, such as a sign-in. */
    public void happened(String action, String entity, UUID id) {
        append(action, entity, id, null, null);
    }

    private TenantActivityLog append(String action, String entity, UUID id, String before, String after) {
        TenantActivityLog entry =
                new TenantActivityLog(Caller.current(), action, entity, id, before, after, clock.now());
        entityManager.persist(entry);
        return entry;
    }

    private static String json(Map<String, Object> values) {
        return values == null
                ? null
                : Withheld.from(JSON.createObjectBuilder(values).build()).toString();
    }
}
