package io.tenantry.billing.invoicing;

import static io.tenantry.billing.invoicing.BillingFixture.transits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.invoicing.BillingFixture.Subscription;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.tenant.job.JobReport;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the run invoices, once, whatever happens meanwhile. */
class InvoiceRunDbTest {

    private static final BillingFixture BILLING = new BillingFixture();

    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    private final UUID monthly = BILLING.plan("49", "month", transits(100));

    @BeforeEach
    void nobodyElse() {
        BILLING.sql("update tenant_billing set status = 'cancelled'");
    }

    @Test
    void billsTheUsageOfThePeriodThatEndsAndTheBaseOfTheOneThatBegins() {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .used("transitos", "2026-03-01", "120.5")
                .used("transitos", "2026-03-31", "30")
                .used("transitos", "2026-04-01", "1000");

        JobReport report = BILLING.run("2026-04-01");

        assertThat(report).isEqualTo(new JobReport(1, 1, 0, List.of()));
        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 5.05", "base 2026-04-01 49");
        assertThat(tenant.invoices("kind || status || period_start || period_end || total || issued_on || due_on"))
                .containsExactly("periodopen2026-04-012026-05-0154.05002026-04-012026-04-15");
        assertThat(tenant.is("period_start || ' ' || period_end || ' ' || base_until"))
                .isEqualTo("2026-04-01 2026-05-01 2026-05-01");
        assertThat(BILLING.value("select starts from usage_period where tenant_id = '" + tenant.id + "'"))
                .isEqualTo("2026-04-01");
        assertThat(BILLING.value("select buyer || seller from invoice where tenant_id = '" + tenant.id + "'"))
                .isEqualTo("{\"name\":\"Tenant\"}{\"country\":\"ES\",\"name\":\"Seller\",\"street\":\"Calle 1\"}");
        assertThat(BILLING.value("select action from tenant_activity_log where tenant_id = '" + tenant.id + "'"))
                .isEqualTo("invoice.issued");
    }

    @Test
    void repeatedItDoesNothing() {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");
        BILLING.run("2026-04-01");

        assertThat(BILLING.run("2026-04-01")).isEqualTo(new JobReport(1, 0, 1, List.of()));
        assertThat(BILLING.run("2026-04-30")).isEqualTo(JobReport.NOTHING);
        assertThat(tenant.invoices("number")).hasSize(1);
    }

    @Test
    void catchesUpWithEveryPeriodThatWasMissed() {
        Subscription tenant = BILLING.subscription(monthly, "2026-01-31", "2026-02-28")
                .used("transitos", "2026-02-27", "101")
                .used("transitos", "2026-02-28", "102")
                .used("transitos", "2026-03-31", "103");

        JobReport report = BILLING.run("2026-05-30");

        assertThat(report.done()).isEqualTo(3);
        assertThat(tenant.invoices("period_start || ' ' || period_end"))
                .containsExactly("2026-02-28 2026-03-31", "2026-03-31 2026-04-30", "2026-04-30 2026-05-31");
        assertThat(tenant.lines())
                .containsExactly(
                        "overage 2026-01-31 0.1",
                        "base 2026-02-28 49",
                        "overage 2026-02-28 0.2",
                        "base 2026-03-31 49",
                        "overage 2026-03-31 0.3",
                        "base 2026-04-30 49");
    }

    @Test
    void billsTheFirstBaseWhenItsPeriodBeginsAndItsShareOfAMonth() {
        Subscription tenant = BILLING.subscription(monthly, "2026-04-16", "2026-05-01")
                .with("billing_day = 1, base_until = period_start");

        assertThat(BILLING.run("2026-04-15").done()).isZero();
        assertThat(BILLING.run("2026-04-16").done()).isEqualTo(1);
        assertThat(BILLING.run("2026-04-17").done()).isZero();

        assertThat(tenant.lines()).containsExactly("base 2026-04-16 24.5");
        assertThat(tenant.is("period_start || ' ' || base_until")).isEqualTo("2026-04-16 2026-05-01");
    }

    @Test
    void goesByTheZone() {
        Subscription west = BILLING.subscription(monthly, "2026-03-01", "2026-04-01", "Pacific/Pago_Pago");
        Subscription east = BILLING.subscription(monthly, "2026-03-01", "2026-04-01", "Pacific/Kiritimati");

        BILLING.run("2026-04-01", "Pacific/Kiritimati");

        assertThat(west.invoices("number")).isEmpty();
        assertThat(east.invoices("issued_at at time zone 'UTC'")).containsExactly("2026-03-31 10:00:00");
    }

    @Test
    void yearsAreBilledOnceAndTheirUsageMonthly() {
        UUID yearly = BILLING.plan("490", "year", transits(100));
        Subscription tenant = BILLING.subscription(yearly, "2026-01-15", "2026-02-15")
                .with("anchor = '2025-02-15', base_until = '2026-02-15'")
                .used("transitos", "2026-02-15", "110");

        BILLING.run("2026-03-15");

        assertThat(tenant.lines()).containsExactly("base 2026-02-15 490", "overage 2026-02-15 1");
        assertThat(tenant.is("base_until")).isEqualTo("2027-02-15");
        assertThat(tenant.is("period_end")).isEqualTo("2026-04-15");
    }

    @Test
    void aSuspendedSubscriptionPaysItsUsageOnly() {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .with("status = 'suspended'")
                .used("transitos", "2026-03-31", "200");

        BILLING.run("2026-05-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 10");
        assertThat(tenant.is("period_start || ' ' || base_until")).isEqualTo("2026-05-01 2026-04-01");
    }

    @Test
    void aCancelledSubscriptionEndsWithItsUsage() {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .with("cancel_at_period_end = true")
                .used("transitos", "2026-03-31", "200");

        BILLING.run("2026-05-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 10");
        assertThat(tenant.invoices("kind || period_start")).containsExactly("final2026-03-01");
        assertThat(tenant.is("b.status || ' ' || t.status || ' ' || t.status_reason || ' ' || t.resume_to"))
                .isEqualTo("cancelled suspended cancelled active");
    }

    @Test
    void takesTheNextPlanWithTheNextBase() {
        UUID next = BILLING.plan("20", "month");
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .with("next_plan_id = '%s'".formatted(next))
                .used("transitos", "2026-03-31", "200");

        BILLING.run("2026-04-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 10", "base 2026-04-01 20");
        assertThat(tenant.is("t.plan_id || coalesce(b.next_plan_id::text, ' none')"))
                .isEqualTo(next + " none");
    }

    @Test
    void yearsBeginWithAPlanOfAnotherInterval() {
        UUID yearly = BILLING.plan("490", "year");
        Subscription tenant =
                BILLING.subscription(monthly, "2026-03-15", "2026-04-15").with("next_plan_id = '%s'".formatted(yearly));

        BILLING.run("2026-04-15");

        assertThat(tenant.lines()).containsExactly("base 2026-04-15 490");
        assertThat(tenant.is("anchor || ' ' || base_until")).isEqualTo("2026-04-15 2027-04-15");
    }

    @Test
    void eachPartOfAPeriodIsPricedByThePlanOfThen() {
        UUID before = BILLING.plan("10", "month", transits(30));
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .with("segment_start = '2026-03-11'")
                .used("transitos", "2026-03-10", "20")
                .used("transitos", "2026-03-11", "80");
        BILLING.sql("""
                insert into billing_segment (tenant_id, id, plan_id, period_start, starts, ends, created_at, version)
                values ('%1$s', '%1$s', '%2$s', '2026-03-01', '2026-03-01', '2026-03-11', now(), 1)
                """.formatted(tenant.id, before));

        BILLING.run("2026-04-01");

        // 30 x 10/31 and 100 x 21/31 are included
        assertThat(tenant.lines())
                .containsExactly("overage 2026-03-01 1.03", "overage 2026-03-11 1.23", "base 2026-04-01 49");
    }

    @Test
    void whatIsHeldIsIncludedInEachPartOfAPeriod() {
        UUID before = BILLING.plan("10", "month", "'users', 10, '%s', 'peak'".formatted(BillingFixture.PER_UNIT));
        UUID after = BILLING.plan("20", "month", "'users', 20, '%s', 'peak'".formatted(BillingFixture.PER_UNIT));
        Subscription within =
                upgraded(before, after).held("users", "2026-03-10", "10", "10").held("users", "2026-03-31", "20", "20");
        Subscription beyond =
                upgraded(before, after).held("users", "2026-03-10", "41", "10").held("users", "2026-03-31", "51", "20");

        BILLING.run("2026-04-01");

        assertThat(within.lines()).containsExactly("base 2026-04-01 20");
        // 31 beyond in both, for 10 and for 21 of 31 days
        assertThat(beyond.lines())
                .containsExactly("overage 2026-03-01 1", "overage 2026-03-11 2.1", "base 2026-04-01 20");
        assertThat(BILLING.values(
                        "select l.quantity * l.unit_price - l.amount from invoice_line l where l.tenant_id = '"
                                + beyond.id + "' and l.kind = 'overage'"))
                .allSatisfy(rest -> assertThat(new BigDecimal(rest).abs()).isLessThan(new BigDecimal("0.005")));
    }

    private static Subscription upgraded(UUID before, UUID after) {
        Subscription tenant =
                BILLING.subscription(after, "2026-03-01", "2026-04-01").with("segment_start = '2026-03-11'");
        BILLING.sql("""
                insert into billing_segment (tenant_id, id, plan_id, period_start, starts, ends, created_at, version)
                values ('%1$s', '%1$s', '%2$s', '2026-03-01', '2026-03-01', '2026-03-11', now(), 1)
                """.formatted(tenant.id, before));
        return tenant;
    }

    @Test
    void pricesThePeakOrTheAverageOfWhatIsHeld() {
        UUID plan = BILLING.plan(
                "0",
                "month",
                "'users', 1, '%s', 'average'".formatted(BillingFixture.PER_UNIT),
                "'storage', 1, '%s', 'peak'".formatted(BillingFixture.PER_UNIT));
        Subscription tenant = BILLING.subscription(plan, "2026-03-01", "2026-04-01")
                .held("users", "2026-03-30", "11", "7")
                .held("storage", "2026-03-30", "11", "7")
                .held("users", "2026-03-31", "5", "4");

        BILLING.run("2026-04-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 1", "overage 2026-03-01 0.45");
    }

    @Test
    void anOverrideOfWhatIsIncludedDecides() {
        Subscription tenant =
                BILLING.subscription(monthly, "2026-03-01", "2026-04-01").used("transitos", "2026-03-31", "200");
        BILLING.sql("""
                insert into tenant_plan_override
                    (tenant_id, id, kind, subject, included, reason, created_by, expires_at, created_at, version)
                values ('%1$s', '%1$s', 'limit', 'transitos', 190, 'a', 'a', '2026-04-01Z', now(), 1)
                """.formatted(tenant.id));

        BILLING.run("2026-05-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 1", "base 2026-04-01 49", "base 2026-05-01 49");
    }

    @Test
    void whoHasNothingToPayMovesOnWithoutAnInvoice() {
        UUID free = BILLING.plan("0", "month", transits(100));
        Subscription tenant =
                BILLING.subscription(free, "2026-03-01", "2026-04-01").used("transitos", "2026-03-31", "100");

        assertThat(BILLING.run("2026-04-01").done()).isEqualTo(1);

        assertThat(tenant.invoices("number")).isEmpty();
        assertThat(tenant.is("period_start")).isEqualTo("2026-04-01");

        // it was priced all the same: what comes late is beyond what was included
        late(tenant, "2026-03-20", "5");
        BILLING.run("2026-05-01");
        assertThat(tenant.lines()).containsExactly("adjustment 2026-03-01 0.5");
    }

    @Test
    void whatComesLateIsPricedInItsOwnPeriodAndOnce() {
        Subscription tenant =
                BILLING.subscription(monthly, "2026-03-01", "2026-04-01").used("transitos", "2026-03-31", "90");
        BILLING.run("2026-04-01");
        late(tenant, "2026-03-02", "15");
        late(tenant, "2026-03-03", "5");
        BILLING.run("2026-05-01");
        late(tenant, "2026-03-04", "1");
        BILLING.run("2026-07-01");

        assertThat(tenant.lines())
                .containsExactly(
                        "base 2026-04-01 49",
                        "base 2026-05-01 49",
                        "adjustment 2026-03-01 1",
                        "base 2026-06-01 49",
                        "adjustment 2026-03-01 0.1",
                        "base 2026-07-01 49");
    }

    @Test
    void whatComesLateFromBeforeTheFirstInvoiceCountsNow() {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                .with("anchor = '2026-02-01'")
                .used("transitos", "2026-03-31", "90");
        late(tenant, "2026-01-31", "1000");
        late(tenant, "2026-02-01", "20");

        BILLING.run("2026-04-01");

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 1", "base 2026-04-01 49");
        assertThat(BILLING.value("select count(*) from late_usage where settled_invoice is null and tenant_id = '"
                        + tenant.id + "'"))
                .isEqualTo("0");
    }

    @Test
    void badDataOfOneStopsNobodyElse() {
        UUID broken = BILLING.plan("10", "month", "'transitos', 1, '{\"model\":\"perUnit\"}', 'peak'");
        UUID gold = BILLING.plan("10", "month");
        BILLING.sql("update tenant_plan set currency = 'XAU' where id = '%s'".formatted(gold));
        Subscription first = BILLING.subscription(broken, "2026-03-01", "2026-04-01");
        Subscription second = BILLING.subscription(gold, "2026-03-01", "2026-04-01");
        Subscription third = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");

        JobReport report = BILLING.run("2026-04-01");

        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failures())
                .extracting(failure -> failure.tenant().value() + " " + failure.rule())
                .containsExactly(first.id + " pricing-required", second.id + " currency-unknown");
        assertThat(third.lines()).containsExactly("base 2026-04-01 49");
        assertThat(first.is("period_start")).isEqualTo("2026-03-01");
    }

    @Test
    void whatTheDatabaseRefusesForOneStopsNobodyElse() {
        Subscription first = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");
        Subscription second = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");
        BILLING.sql("""
                insert into invoice (tenant_id, id, kind, status, currency, plan_id, period_start, period_end,
                    subtotal, tax, total, credit_applied, taxes, seller, buyer, created_at, version)
                values ('%1$s', '%1$s', 'period', 'draft', 'USD', '%2$s', '2026-04-01', '2026-05-01',
                    1, 0, 1, 0, '[]', '{}', '{}', now(), 1)
                """.formatted(first.id, monthly));

        JobReport report = BILLING.run("2026-04-01");

        assertThat(report.failures())
                .extracting(failure -> failure.tenant().value() + " " + failure.rule())
                .containsExactly(first.id + " database-23505");
        assertThat(second.lines()).containsExactly("base 2026-04-01 49");
        assertGapless();
    }

    @Test
    void whatIsBeingCountedWhenThePeriodEndsIsOnItsInvoice() throws Exception {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection counting = BILLING.database.superuser().getConnection();
                Statement statement = counting.createStatement()) {
            counting.setAutoCommit(false);
            statement.execute("""
                    select app.add_flows(
                        array['%s'::uuid], array['transitos'], array[date '2026-03-31'], array[150::numeric], now())
                    """.formatted(tenant.id));
            Future<JobReport> run = thread.submit(() -> BILLING.run("2026-04-01"));
            while (!run.isDone() && BILLING.value(WAITING).equals("0")) {
                Thread.onSpinWait();
            }
            counting.commit();
            run.get();
        } finally {
            thread.shutdownNow();
        }

        assertThat(tenant.lines()).containsExactly("overage 2026-03-01 5", "base 2026-04-01 49");
        assertThat(BILLING.value("select count(*) from late_usage where tenant_id = '%s'".formatted(tenant.id)))
                .isEqualTo("0");
    }

    @Test
    void whoIsAtWorkOnATenantAllTheTimeIsWaitedForInTheEnd() throws Exception {
        Subscription tenant = BILLING.subscription(monthly, "2026-03-01", "2026-04-01");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection changing = BILLING.database.superuser().getConnection();
                Statement statement = changing.createStatement()) {
            changing.setAutoCommit(false);
            statement.execute("select 1 from tenant where id = '%s' for update".formatted(tenant.id));
            Future<JobReport> run = thread.submit(() -> BILLING.run("2026-04-01"));
            while (!run.isDone() && BILLING.value(WAITING).equals("0")) {
                Thread.onSpinWait();
            }
            changing.commit();
            assertThat(run.get().failures()).isEmpty();
        } finally {
            thread.shutdownNow();
        }

        assertThat(tenant.lines()).containsExactly("base 2026-04-01 49");
    }

    @Test
    void twoRunsAtOnceInvoiceEverybodyOnce() throws Exception {
        List<Subscription> tenants = many(60);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<JobReport>> reports = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                reports.add(threads.submit(() -> BILLING.job(7).run(BillingFixture.slot("2026-05-01", "UTC"))));
            }
            long done = 0;
            for (Future<JobReport> report : reports) {
                assertThat(report.get().failures()).isEmpty();
                done += report.get().done();
            }
            done += BILLING.run("2026-05-01").done();
            assertThat(done).isEqualTo(120);
        } finally {
            threads.shutdownNow();
        }
        assertThat(tenants)
                .allSatisfy(tenant ->
                        assertThat(tenant.invoices("period_start")).containsExactly("2026-04-01", "2026-05-01"));
        assertGapless();
    }

    @Test
    void killedBetweenChunksItGoesOnWhereItWas() {
        List<Subscription> tenants = many(20);
        BatchDatabase dying = new BatchDatabase(BILLING.database::batch) {
            private int left = 4;

            @Override
            public <T> T transaction(Work<T> work) {
                return super.transaction(connection -> dying(work, connection));
            }

            private <T> T dying(Work<T> work, Connection connection) throws java.sql.SQLException {
                T result = work.on(connection);
                if (left-- == 0) {
                    throw new IllegalStateException("killed before the commit");
                }
                return result;
            }
        };

        assertThatThrownBy(() -> BillingFixture.job(3, dying).run(BillingFixture.slot("2026-04-01", "UTC")))
                .hasMessageContaining("killed");
        assertThat(tenants.stream().filter(tenant -> !tenant.invoices("number").isEmpty()))
                .hasSize(9);
        assertGapless();

        JobReport report = BILLING.run("2026-04-01");

        assertThat(report).isEqualTo(new JobReport(20, 11, 9, List.of()));
        assertThat(tenants)
                .allSatisfy(tenant -> assertThat(tenant.invoices("number")).hasSize(1));
        assertGapless();
    }

    private List<Subscription> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> BILLING.subscription(monthly, "2026-03-01", "2026-04-01")
                        .used("transitos", "2026-03-05", Integer.toString(95 + i)))
                .toList();
    }

    private static void late(Subscription tenant, String day, String quantity) {
        tenant.used("transitos", day, quantity);
        BILLING.sql("""
                insert into late_usage (tenant_id, id, resource, day, quantity, received_at)
                values ('%s', gen_random_uuid(), 'transitos', '%s', %s, now())
                """.formatted(tenant.id, day, quantity));
    }

    private static void assertGapless() {
        assertThat(BILLING.value("""
                select count(*) = max(substr(number, 5)::int) and count(distinct number) = count(*)
                    and max(substr(number, 5)::int) = (select last from invoice_series where code = 'invoice')
                from invoice where number like 'INV-%'
                """)).isEqualTo("t");
    }
}
