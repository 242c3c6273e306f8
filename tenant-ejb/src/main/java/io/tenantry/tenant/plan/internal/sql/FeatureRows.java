package io.tenantry.tenant.plan.internal.sql;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Whether the thread's tenant has a feature, in one round trip: this is asked on hot paths. */
public final class FeatureRows {

    private static final String STATE = """
            select p.code, f.feature is not null
            from tenant t
            join tenant_plan p on p.id = t.plan_id
            left join tenant_plan_feature f on f.plan_id = p.id and f.feature = ?1
            where t.id = app.tenant()
            """;

    private FeatureRows() {}

    public static State state(EntityManager entityManager, String feature) {
        List<?> rows =
                entityManager.createNativeQuery(STATE).setParameter(1, feature).getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new State((String) row[0], (Boolean) row[1]);
    }

    /** The plan's code, and whether the tenant has the feature. */
    public record State(String plan, boolean granted) {}
}
