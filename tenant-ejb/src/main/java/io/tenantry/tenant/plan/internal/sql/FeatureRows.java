package io.tenantry.tenant.plan.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** The features of the thread's tenant, in one round trip: this is asked on hot paths. */
public final class FeatureRows {

    private static final String STATE = """
            select p.code, coalesce(o.enabled, f.feature is not null)
            from tenant t
            join tenant_plan p on p.id = t.plan_id
            left join tenant_plan_feature f on f.plan_id = p.id and f.feature = ?1
            left join tenant_plan_override o
                on o.tenant_id = t.id and o.kind = 'feature' and o.subject = ?1
                and (o.expires_at is null or o.expires_at > ?2)
            where t.id = app.tenant()
            """;

    private static final String GRANTED = """
            with override as (
                select subject, enabled from tenant_plan_override
                where tenant_id = app.tenant() and kind = 'feature' and (expires_at is null or expires_at > ?1)
            )
            select f.feature
            from tenant t
            join tenant_plan_feature f on f.plan_id = t.plan_id
            where t.id = app.tenant() and not exists (select from override o where o.subject = f.feature)
            union all
            select subject from override where enabled
            """;

    private FeatureRows() {}

    public static State state(EntityManager entityManager, String feature, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(STATE)
                .setParameter(1, feature)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new State((String) row[0], (Boolean) row[1]);
    }

    /** Codes of features. */
    public static List<String> granted(EntityManager entityManager, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(GRANTED)
                .setParameter(1, Timestamp.from(now))
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** The plan's code, and whether the tenant has the feature. */
    public record State(String plan, boolean granted) {}
}
