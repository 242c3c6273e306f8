package io.tenantry.billing.invoicing;

import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How many invoices a run makes in a second, each with a base price, two overages and credit for some, against one SQL
 * statement that inserts as many invoices and lines without any of the rules. Prints; asserts nothing.
 *
 * <p>{@code mvn test -pl billing-ejb -am -Pbenchmark -DskipTests -Dtenants=100000}
 */
final class InvoiceRunBenchmark {

    private static final String ONE_STATEMENT = """
            with due as (
                select b.tenant_id, t.plan_id, gen_random_uuid() as id, row_number() over (order by b.tenant_id) as n
                from tenant_billing b join tenant t on t.id = b.tenant_id where b.period_end = '2026-07-01'
            ), invoiced as (
                insert into invoice (tenant_id, id, kind, status, number, currency, plan_id, period_start, period_end,
                    subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, created_at, version)
                select tenant_id, id, 'manual', 'open', 'RAW-' || n, 'USD', plan_id, '2026-07-01', '2026-08-01',
                    49, 0, 49, 0, '[]', '{}', '{}', '2026-07-01', now(), 1
                from due
                returning tenant_id, id
            )
            insert into billed_usage (tenant_id, id, invoice_id, resource, plan_id, starts, ends, cycle_days, used,
                included, amount, created_at, version)
            select d.tenant_id, gen_random_uuid(), null, u.resource, d.plan_id, '2026-06-01', '2026-07-01', 30,
                u.quantity, 0, round(greatest(u.quantity - 100, 0) * 0.05, 2), now(), 1
            from due d
            join invoiced i on i.tenant_id = d.tenant_id
            join tenant_usage_day u on u.tenant_id = d.tenant_id
            """;

    private InvoiceRunBenchmark() {}

    public static void main(String[] arguments) throws SQLException {
        int tenants = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        TestDatabase warm = DueTenants.database(1_000);
        DueTenants.invoice(warm.batch());

        TestDatabase run = DueTenants.database(tenants);
        print("invoice run", tenants, time(() -> DueTenants.invoice(run.batch())));

        PGSimpleDataSource raw =
                (PGSimpleDataSource) DueTenants.database(tenants).batch();
        try (Connection connection = raw.getConnection();
                Statement statement = connection.createStatement()) {
            print("one statement without rules", tenants, time(() -> statement.executeUpdate(ONE_STATEMENT)));
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static Duration time(Work work) throws SQLException {
        Instant began = Instant.now();
        work.run();
        return Duration.between(began, Instant.now());
    }

    private static void print(String what, int tenants, Duration took) {
        System.out.printf(
                "%-30s %,9d tenants %,9d ms %,9.0f invoices/s%n",
                what, tenants, took.toMillis(), tenants * 1000.0 / took.toMillis());
    }
}
