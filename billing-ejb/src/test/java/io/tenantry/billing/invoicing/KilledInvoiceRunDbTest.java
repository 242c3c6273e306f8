package io.tenantry.billing.invoicing;

import static io.tenantry.billing.invoicing.DueTenants.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** However often an invoice run is killed, in the end it has done what one that was not killed does. */
class KilledInvoiceRunDbTest {

    private static final int TENANTS = 5000;
    private static final int KILLS = 20;

    /** What the invoices say, whatever their ids and numbers. */
    private static final String SUMS = """
            select md5(string_agg(concat_ws(' ', i.tenant_id, i.kind, i.status, i.subtotal, i.total, i.credit_applied, (
                select string_agg(concat_ws(' ', l.kind, l.resource, l.quantity, l.amount), ',' order by l.position)
                from invoice_line l where l.tenant_id = i.tenant_id and l.invoice_id = i.id)), ';' order by i.tenant_id))
            from invoice i
            """;
    /** Ledger, grants and where subscriptions stand. */
    private static final String REST = """
            select concat_ws(' ', (select count(*) || '/' || sum(amount) from credit_entry),
                (select sum(remaining) from credit_grant), (select count(*) || '/' || sum(used) from billed_usage),
                (select min(period_start) || '/' || max(period_end) || '/' || max(base_until) from tenant_billing))
            """;
    /** Gaps and doubles in the numbers. */
    private static final String NUMBERS = """
            select concat_ws(' ', count(*), count(distinct number), min(n), max(n), (select last from invoice_series
                where code = 'invoice'))
            from (select number, substring(number from '[0-9]+$')::bigint as n from invoice) as numbered
            """;

    @Test
    void comesToTheSame() throws IOException, InterruptedException {
        TestDatabase whole = DueTenants.database(TENANTS);
        DueTenants.invoice(whole.batch());

        TestDatabase killed = DueTenants.database(TENANTS);
        Random random = new Random(20260701);
        for (int i = 0; i < KILLS; i++) {
            killAfter(random.nextInt(4), random.nextLong(80), killed);
        }
        long half = Long.parseLong(value(killed.superuser(), "select count(*) from invoice"));
        assertThat(half).as("invoices before the last run").isBetween(1L, TENANTS - 1L);
        releaseWhatTheDeadHold(killed);
        DueTenants.invoice(killed.batch());

        isComplete(killed);
        assertThat(value(killed.superuser(), SUMS)).isEqualTo(value(whole.superuser(), SUMS));
        assertThat(value(killed.superuser(), REST)).isEqualTo(value(whole.superuser(), REST));
    }

    @Test
    void twoNodesAtOnceInvoiceOnce() {
        int tenants = 1000;
        TestDatabase database = DueTenants.database(tenants);
        long done = IntStream.range(0, 2)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> DueTenants.invoice(database.batch())))
                .toList()
                .stream()
                .mapToLong(run -> run.join().done())
                .sum();

        assertThat(done).isEqualTo(tenants);
        assertThat(value(database.superuser(), NUMBERS)).isEqualTo("%1$d %1$d 1 %1$d %1$d".formatted(tenants));
        assertThat(DueTenants.invoice(database.batch()).done()).isZero();
    }

    private static void isComplete(TestDatabase database) {
        assertThat(value(database.superuser(), "select count(distinct tenant_id) from invoice"))
                .isEqualTo(String.valueOf(TENANTS));
        assertThat(value(database.superuser(), NUMBERS)).isEqualTo("%1$d %1$d 1 %1$d %1$d".formatted(TENANTS));
    }

    /** Somewhere between two transactions, or within the next. */
    private static void killAfter(int transactions, long milliseconds, TestDatabase database)
            throws IOException, InterruptedException {
        PGSimpleDataSource batch = (PGSimpleDataSource) database.batch();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InvoiceRunProcess.class.getName(),
                        batch.getURL(),
                        batch.getPassword()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < transactions; i++) {
                assertThat(said.readLine()).isEqualTo("committed");
            }
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The database notices that a client is gone when it next writes to it; until then its rows stay locked. */
    private static void releaseWhatTheDeadHold(TestDatabase database) {
        value(
                database.superuser(),
                "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where usename = 'tenantry_batch'");
    }
}
