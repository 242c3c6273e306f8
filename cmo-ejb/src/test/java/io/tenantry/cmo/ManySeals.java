package io.tenantry.cmo;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.ExplainedQueries;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.customfield.CustomPages;
import io.tenantry.tenant.customfield.Customized;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tenant with 1,000 seals, 100,000 transits of which few are in progress, and as many alerts of which few are open. */
public final class ManySeals implements AutoCloseable {

    private static final String MANY = """
            insert into tenant (id, slug, name, status, plan_id, created_at, version)
            select '%1$s', 'many', 'Many', 'active', p.id, timestamptz '2026-01-01Z', 1
            from tenant_plan p where p.code = 'starter';
            insert into precinto (tenant_id, id, code, status, created_at, version)
            select '%1$s', gen_random_uuid(), 'P-' || n, case when n <= 50 then 'armed' else 'available' end,
                   timestamptz '2026-01-01Z' + n * interval '1 second', 1
            from generate_series(1, 1000) n;
            insert into transito (tenant_id, id, code, precinto_id, origin, destination, vehicle_plate, status, started_at,
                                  ended_at, expected_at, created_at, version)
            select '%1$s', gen_random_uuid(), 'T-' || n, p.id, 'Caldera', 'Puerto Limón', 'C-' || n,
                   case when n <= 50 then 'inProgress' else 'completed' end,
                   case when n %% 10 > 0 then timestamptz '2026-01-01Z' + n * interval '1 minute' end,
                   case when n > 50 then timestamptz '2026-06-01Z' end,
                   case when n <= 20 then timestamptz '2026-01-02Z' end,
                   timestamptz '2026-01-01Z' + n * interval '1 second', 1
            from generate_series(1, 100000) n
            join precinto p on p.tenant_id = '%1$s' and p.code = 'P-' || (n - 1) %% 1000 + 1;
            insert into alerta (tenant_id, id, precinto_id, type, severity, message, status, created_at, version)
            select '%1$s', gen_random_uuid(), p.id, 'tamper', 'high', 'Alert ' || n,
                   case when n %% 1000 = 0 then 'open' else 'resolved' end,
                   timestamptz '2026-01-01Z' + n * interval '1 second', 1
            from generate_series(1, 100000) n
            join precinto p on p.tenant_id = '%1$s' and p.code = 'P-' || (n - 1) %% 1000 + 1;
            analyze precinto, transito, alerta;
            """;

    private final TenantId tenant = new TenantId(Ids.next());
    private final ExplainedQueries explained = new ExplainedQueries();
    private final StandaloneUnit unit;

    public ManySeals() {
        TestDatabase database = TestDatabase.migrated();
        database.superuser(MANY.formatted(tenant));
        unit = new StandaloneUnit("cmoPU", explained.over(database.app()), Map.of());
    }

    public <T> T in(Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    /** How the queries since the last call were planned. */
    public List<String> plans() {
        return explained.plans();
    }

    /** For lists of tenants without custom fields. */
    public static CustomPages plainPages() {
        return new CustomPages() {
            @Override
            public <T extends Customized<T>> Page<T> page(
                    String entity, Map<String, String> filters, PageRequest request, KeysetQuery<T> query) {
                return query.page(request);
            }
        };
    }

    @Override
    public void close() {
        unit.close();
    }
}
