package io.tenantry.tenant.usage;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.CounterStatements.Counted;
import io.tenantry.tenant.usage.internal.sql.Thresholds;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;

/** Tenants with limits of their own, whatever they use, and what is kept of it. */
final class UsageFixture implements AutoCloseable {

    static final Thresholds THRESHOLDS = new Thresholds(List.of(80, 100));

    private final TestDatabase database = TestDatabase.migrated();
    private final StandaloneUnit unit = new StandaloneUnit("tenantPU", database.app(), Map.of());

    DataSource batch() {
        return database.batch();
    }

    DataSource superuser() {
        return database.superuser();
    }

    /** A tenant without limits. */
    TenantId tenant(String zone) {
        UUID plan = Ids.next();
        UUID tenant = Ids.next();
        superuser("""
                insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
                values ('%1$s', '%1$s', 1, 'Test', 'USD', 1, 'month', 0, false, now());
                insert into tenant (id, slug, name, status, plan_id, time_zone, created_at, version)
                values ('%2$s', 't%3$s', 'Test', 'active', '%1$s', '%4$s', now(), 1)
                """.formatted(plan, tenant, tenant.toString().replace("-", ""), zone));
        return new TenantId(tenant);
    }

    void limit(TenantId tenant, String resource, long included, Long hardLimit) {
        superuser("""
                insert into tenant_plan_limit (plan_id, resource, included, hard_limit)
                select plan_id, '%s', %d, %d from tenant where id = '%s'
                """.formatted(resource, included, hardLimit, tenant));
    }

    Counted record(TenantId tenant, String resource, long quantity, String at) {
        return as(tenant, em -> CounterStatements.record(em, resource, quantity, THRESHOLDS, Instant.parse(at)));
    }

    Counted take(TenantId tenant, String resource, long quantity, String at) {
        return as(tenant, em -> CounterStatements.take(em, resource, quantity, THRESHOLDS, Instant.parse(at)));
    }

    void release(TenantId tenant, String resource, long quantity, String at) {
        as(tenant, em -> {
            CounterStatements.release(em, resource, quantity, Instant.parse(at));
            return null;
        });
    }

    void period(TenantId tenant, String starts, String ends) {
        superuser("select app.set_usage_periods(array['%s'::uuid], array['%s'::date], array['%s'::date])"
                .formatted(tenant, starts, ends));
    }

    <T> T as(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    /** The counter of a period; zero if there is none. */
    BigDecimal used(TenantId tenant, String resource, String period) {
        return decimal(
                "select coalesce(sum(used), 0) from tenant_usage where tenant_id = '%s' and resource = '%s' and period_start = '%s'",
                tenant, resource, period);
    }

    /** Each day's quantity, in order. */
    List<String> days(TenantId tenant, String resource) {
        return rows(
                "select day || ' ' || trim_scale(quantity) || coalesce(' ' || trim_scale(peak) || ' ' || trim_scale(average), '')"
                        + " from tenant_usage_day where tenant_id = '%s' and resource = '%s' order by day",
                tenant, resource);
    }

    BigDecimal decimal(String sql, Object... arguments) {
        return new BigDecimal(rows(sql, arguments).get(0));
    }

    List<String> rows(String sql, Object... arguments) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(arguments))) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void superuser(String sql) {
        database.superuser(sql);
    }

    /** As the role of jobs. */
    void snapshot(TenantId tenant, LocalDate before) {
        try (Connection connection = database.batch().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select * from app.snapshot_levels(array[?::uuid], ?::date, date '2000-01-01', 'infinity')")) {
            statement.setString(1, tenant.toString());
            statement.setString(2, before.toString());
            statement.executeQuery();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code threads} get when all do the same at once. */
    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public void close() {
        unit.close();
    }
}
