package io.tenantry.tenant.usage.internal.sql;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Warnings of the thread's tenant. */
public final class WarningStatements {

    private static final String WARN = """
            select resource, threshold, used, included
            from (
                select w.*, row_number() over (partition by w.resource order by w.threshold desc) as rank
                from app.warn_of_usage(
                    array_fill(app.tenant(), array[cardinality(cast(?1 as text[]))]), cast(?1 as text[]),
                    cast(?2 as integer[]), cast(?3 as timestamptz), cast(?3 as timestamptz)) w
            ) as reached
            where rank = 1
            order by resource
            """;

    private static final String TELL = """
            with told as (
                update usage_warning set told_at = cast(?1 as timestamptz)
                where tenant_id = app.tenant() and told_at is null
                returning resource, threshold, used, included
            )
            select distinct on (resource) resource, threshold, used, included
            from told
            order by resource, threshold desc
            """;

    private WarningStatements() {}

    /** What has been reached of resources, of each the highest. */
    public static List<Crossed> warn(
            EntityManager entityManager, List<String> resources, Thresholds thresholds, Instant now) {
        return crossed(entityManager
                .createNativeQuery(WARN)
                .setParameter(1, "{" + String.join(",", resources) + "}")
                .setParameter(2, thresholds.array())
                .setParameter(3, Timestamp.from(now))
                .getResultList());
    }

    /** Marks as told what is not yet; of each resource the highest. */
    public static List<Crossed> tellUntold(EntityManager entityManager, Instant now) {
        return crossed(entityManager
                .createNativeQuery(TELL)
                .setParameter(1, Timestamp.from(now))
                .getResultList());
    }

    private static List<Crossed> crossed(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Crossed(
                        (String) row[0], (Integer) row[1], (BigDecimal) row[2], ((Number) row[3]).longValue()))
                .toList();
    }
}
