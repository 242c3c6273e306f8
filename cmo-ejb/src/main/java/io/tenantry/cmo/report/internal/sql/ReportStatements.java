package io.tenantry.cmo.report.internal.sql;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.cmo.report.Report;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports to the thread's tenant, many in one statement. */
public final class ReportStatements {

    /** Of several with one id the first one is entered, if none was before. */
    private static final String ENTER = """
            with report as (
                select distinct on (precinto_id, id) n, precinto_id, id, at
                from json_to_recordset(cast(?1 as json)) as r (n integer, precinto_id uuid, id text, at timestamptz)
                order by precinto_id, id, n
            ), entered as (
                insert into precinto_event (precinto_id, id, at)
                select precinto_id, id, at from report
                on conflict do nothing
                returning precinto_id, id
            )
            select r.n, t.id
            from report r
            join entered e on e.precinto_id = r.precinto_id and e.id = r.id
            left join lateral (
                select t.id from transito t
                where t.tenant_id = app.tenant() and t.precinto_id = r.precinto_id
                  and t.started_at <= r.at and (t.ended_at is null or t.ended_at >= r.at)
                order by t.started_at desc limit 1
            ) t on true
            order by r.n
            """;

    private static final String TENANTS = "select tenant_id from app.tenants_with_old_precinto_events(?1, ?2)";

    private static final String PURGE = """
            delete from precinto_event
            where tenant_id = app.tenant() and (precinto_id, id) in (
                select precinto_id, id from precinto_event where tenant_id = app.tenant() and at < ?1 limit ?2)
            """;

    private ReportStatements() {}

    /**
     * A report that was new.
     *
     * @param transito that was running under the seal when it happened; {@code null} if none was
     */
    public record Entered(int number, UUID transito) {}

    /** @return those that were new, in the order of their numbers */
    @SuppressWarnings("unchecked")
    public static List<Entered> enter(EntityManager entityManager, Map<Integer, Report> reports) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        reports.forEach((number, report) -> array.add(JSON.createObjectBuilder()
                .add("n", number)
                .add("precinto_id", report.precintoId().toString())
                .add("id", report.id())
                .add("at", report.at().toString())));
        List<Object[]> rows = entityManager
                .createNativeQuery(ENTER)
                .setParameter(1, array.build().toString())
                .getResultList();
        return rows.stream()
                .map(row -> new Entered(((Number) row[0]).intValue(), (UUID) row[1]))
                .toList();
    }

    /** Tenants that have some from before a time. */
    @SuppressWarnings("unchecked")
    public static List<UUID> tenantsWithOld(EntityManager entityManager, Instant before, int most) {
        return entityManager
                .createNativeQuery(TENANTS)
                .setParameter(1, Timestamp.from(before))
                .setParameter(2, most)
                .getResultList();
    }

    /** @return how many went */
    public static int purge(EntityManager entityManager, Instant before, int most) {
        return entityManager
                .createNativeQuery(PURGE)
                .setParameter(1, Timestamp.from(before))
                .setParameter(2, most)
                .executeUpdate();
    }
}
