package io.tenantry.billing;

import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A database of billing with tenants in it, on the 1st of March 2026 in the morning. */
public final class BillingFixture implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    public final TestDatabase database = TestDatabase.migrated();
    public final StandaloneUnit unit = new StandaloneUnit("billingPU", database.app(), Map.of());

    /** In UTC, on a plan in USD. */
    public TenantId tenant() {
        return tenant("UTC");
    }

    public TenantId tenant(String zone) {
        TenantId id = new TenantId(Ids.next());
        database.superuser("""
                insert into tenant (id, slug, name, status, time_zone, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', '%3$s', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter' and p.public
                """.formatted(id, id.toString().replace("-", ""), zone));
        return id;
    }

    /** Open, due on a day. */
    public UUID invoice(TenantId tenant, String total, String dueOn) {
        UUID id = Ids.next();
        database.superuser("""
                insert into invoice (tenant_id, id, kind, occasion, status, number, currency, plan_id, period_start,
                    period_end, subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, due_on, created_at,
                    version)
                select t.id, '%1$s', 'manual', '%1$s', 'open', 'INV-%1$s', 'USD', t.plan_id, date '2026-02-01',
                    date '2026-03-01', %2$s, 0, %2$s, 0, '[]', '{}', '{}', date '2026-02-25', date '%3$s', now(), 1
                from tenant t where t.id = '%4$s'
                """.formatted(id, total, dueOn, tenant));
        return id;
    }

    public <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    /** What a query of one number says, as the superuser sees it. */
    public BigDecimal number(String sql) {
        try (var connection = database.batch().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs all at the same moment; what fails is given as its exception. */
    public static List<Object> atOnce(List<? extends Callable<?>> actions) {
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<?> action : actions) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            return futures.stream().map(BillingFixture::outcome).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    public static List<Object> atOnce(int times, Function<Integer, ?> action) {
        return atOnce(IntStream.range(0, times)
                .mapToObj(i -> (Callable<Object>) () -> action.apply(i))
                .toList());
    }

    private static Object outcome(Future<Object> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An object as its container would give it, with what the test has; a log that writes nothing. */
    public static <T> T wired(T bean, Object... parts) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                for (Object part : parts) {
                    if (field.getType().isInstance(part)) {
                        set(bean, field, part);
                    }
                }
            }
        }
        return bean;
    }

    public static FindCustomer customers(EntityManager entityManager) {
        return wired(new FindCustomer(), entityManager);
    }

    public static BusinessClock clock(Instant now) {
        return new BusinessClock(false) {
            @Override
            public Instant now() {
                return now;
            }
        };
    }

    public static ActivityLog silent() {
        return new ActivityLog() {
            @Override
            public void created(String entity, UUID id, Map<String, Object> after) {
                // another module's table
            }

            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                // another module's table
            }
        };
    }

    private static void set(Object bean, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(bean, part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        unit.close();
    }
}
