package io.tenantry.tenant.webhook.internal.sql;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The statements on what endpoints want to know, of the thread's tenant. */
public final class SubscriptionRows {

    private static final String READ = """
            select endpoint_id, type from webhook_subscription where tenant_id = app.tenant() order by endpoint_id, type
            """;

    private static final String DELETE =
            "delete from webhook_subscription where tenant_id = app.tenant() and endpoint_id = ?1";

    private static final String INSERT = """
            insert into webhook_subscription (tenant_id, endpoint_id, type)
            select app.tenant(), ?1, unnest(string_to_array(?2, ' '))
            """;

    private SubscriptionRows() {}

    /** By endpoint. */
    @SuppressWarnings("unchecked")
    public static Map<UUID, List<String>> all(EntityManager em) {
        Map<UUID, List<String>> all = new HashMap<>();
        List<Object[]> rows = em.createNativeQuery(READ).getResultList();
        rows.forEach(row ->
                all.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add((String) row[1]));
        return all;
    }

    public static void replace(EntityManager em, UUID endpoint, Collection<String> types) {
        em.createNativeQuery(DELETE).setParameter(1, endpoint).executeUpdate();
        em.createNativeQuery(INSERT)
                .setParameter(1, endpoint)
                .setParameter(2, String.join(" ", types))
                .executeUpdate();
    }
}
