package io.tenantry.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.change.internal.PaidBase;
import io.tenantry.billing.change.internal.sql.BilledBase;
import io.tenantry.billing.invoicing.Charged;
import io.tenantry.billing.invoicing.DraftLine;
import io.tenantry.billing.trial.internal.sql.TrialRows;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.job.JobSlot;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Subscriptions in the database: each tenant its own, one change after the other. */
class SubscriptionDbTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Currency USD = Currency.getInstance("USD");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("billingPU", DATABASE.app(), Map.of());

    private final TenantId tenant = tenant("UTC");

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void isKeptAsItWas() {
        begin(tenant, TenantBilling.from(DAY, NOW));
        in(tenant, em -> {
            TenantBilling held = HeldSubscription.hold(em);
            held.takeNext(plan("enterprise"));
            held.changePlan(plan("starter"), DAY.plusDays(5), NOW).ifPresent(em::persist);
            held.cancelAtPeriodEnd();
            return null;
        });

        in(tenant, em -> {
            TenantBilling found = HeldSubscription.hold(em);
            assertThat(found.status()).isEqualTo(SubscriptionStatus.ACTIVE);
            assertThat(found.period()).isEqualTo(new Period(DAY, LocalDate.parse("2026-04-10")));
            assertThat(found.segmentStart()).isEqualTo(DAY.plusDays(5));
            assertThat(found.nextPlanId()).isEmpty();
            assertThat(found.isCancelledAtPeriodEnd()).isTrue();
            assertThat(em.createQuery("select s from BillingSegment s", BillingSegment.class)
                            .getResultList())
                    .singleElement()
                    .satisfies(segment -> {
                        assertThat(segment.planId()).isEqualTo(plan("starter"));
                        assertThat(segment.days()).isEqualTo(new Period(DAY, DAY.plusDays(5)));
                    });
            return null;
        });
    }

    @Test
    void anotherTenantHasNone() {
        begin(tenant, TenantBilling.from(DAY, NOW));
        TenantId other = tenant("UTC");

        assertThatThrownBy(() -> in(other, HeldSubscription::hold))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not-found");
    }

    @Test
    void aVersionThatWasNotSeenIsRefused() {
        begin(tenant, TenantBilling.from(DAY, NOW));
        long seen = in(tenant, em -> HeldSubscription.hold(em).version());
        in(tenant, em -> {
            HeldSubscription.hold(em, OptionalLong.of(seen)).cancelAtPeriodEnd();
            return null;
        });

        assertThatThrownBy(() -> in(tenant, em -> HeldSubscription.hold(em, OptionalLong.of(seen))))
                .hasMessageContaining("precondition-failed");
    }

    /** The second one sees the segment that the first has begun. */
    @Test
    void ofChangesAtOnceOneWaitsForTheOther() throws Exception {
        begin(tenant, TenantBilling.from(DAY, NOW));
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Void> first = executor.submit(() -> changePlan("professional", () -> {
                changed.countDown();
                await(asked);
            }));
            await(changed);
            Future<Void> second = executor.submit(() -> changePlan("enterprise", () -> {}));
            awaitBlocked();
            asked.countDown();
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
        } finally {
            asked.countDown();
            executor.shutdownNow();
        }
        long segments = in(
                tenant,
                em -> em.createQuery("select count(s) from BillingSegment s", Long.class)
                        .getSingleResult());
        assertThat(segments).isEqualTo(1);
    }

    /** Waits until some session waits for a lock: no time is a guess. */
    private static void awaitBlocked() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            long waiting = UNIT.inTransaction(em -> ((Number) em.createNativeQuery(
                                    "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")
                            .getSingleResult())
                    .longValue());
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void findsTheTrialsThatEndOrAreToldOf() {
        LocalDate end = DAY.plusDays(14);
        begin(tenant, TenantBilling.inTrial(new Period(DAY, end), NOW));
        TenantId tokyo = tenant("Asia/Tokyo");
        begin(tokyo, TenantBilling.inTrial(new Period(DAY, end), NOW));
        TenantId paying = tenant("UTC");
        begin(paying, TenantBilling.from(DAY, NOW));
        TenantId suspended = tenant("UTC");
        begin(suspended, TenantBilling.inTrial(new Period(DAY, end), NOW));
        DATABASE.superuser("update tenant set status = 'suspended' where id = '" + suspended + "'");

        assertThat(due(DAY.plusDays(6), "UTC")).doesNotContain(tenant, paying);
        for (int days : new int[] {7, 11, 13, 14, 15, 100}) {
            assertThat(due(DAY.plusDays(days), "UTC"))
                    .as("day %d", days)
                    .contains(tenant)
                    .doesNotContain(tokyo, paying, suspended);
        }
        for (int days : new int[] {8, 9, 10, 12}) {
            assertThat(due(DAY.plusDays(days), "UTC")).as("day %d", days).doesNotContain(tenant);
        }
        assertThat(due(end, "Asia/Tokyo")).contains(tokyo).doesNotContain(tenant);
    }

    @Test
    void countsWhatWasBilledForTheDaysOfACycle() {
        Period cycle = new Period(DAY, LocalDate.parse("2026-04-10"));
        invoice("open", 100, 21, "base", "2026-03-10", "2026-04-10", 100);
        invoice("paid", 30, 0, "proration", "2026-03-20", "2026-04-10", -20);
        invoice("void", 50, 0, "base", "2026-03-10", "2026-04-10", 50);
        invoice("uncollectible", 50, 0, "base", "2026-03-10", "2026-04-10", 50);
        invoice("open", 70, 0, "overage", "2026-03-10", "2026-04-10", 70);
        invoice("open", 60, 0, "base", "2026-02-10", "2026-03-10", 60);
        TenantId other = tenant("UTC");

        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("80.00", "USD"));
        assertThat(billed(other, cycle)).isEqualTo(Money.of("0.00", "USD"));
        Money inEuros = in(tenant, em -> BilledBase.of(em, cycle, Currency.getInstance("EUR")))
                .kept();
        assertThat(inEuros).isEqualTo(Money.of("0.00", "EUR"));
        DATABASE.superuser("""
                insert into billing_profile (tenant_id, id, legal_name, street, postal_code, city, region, country,
                    tax_treatment, prices_include_tax, created_at, version)
                values ('%s', gen_random_uuid(), 'A', '', '', '', '', 'ES', 'standard', true, now(), 1)
                """.formatted(tenant));
        // 100 net are 121 with tax, as prices are then
        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("101.00", "USD"));
    }

    @Test
    void aBaseThatWasCreditedIsNotGivenBack() {
        Period cycle = new Period(DAY, LocalDate.parse("2026-04-10"));
        invoice("paid", 100, 21, "base", "2026-03-10", "2026-04-10", 100);

        credited("40.34");
        // 100 x (121 - 40.34) / 121 = 66.66
        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("66.66", "USD"));
        credited("80.66");

        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("0.00", "USD"));
        assertThat(upgrade(cycle)).containsExactly(Money.of("200.00", "USD"));
    }

    @Test
    void aDiscountedBaseIsGivenBackAsItWasPaid() {
        Period cycle = new Period(DAY, LocalDate.parse("2026-04-10"));
        lines(
                "open",
                150,
                15,
                "('base', 'a', 100), ('overage', 'a', 100), ('adjustment', 'billing.invoice.line.discount', -50)");

        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("75.00", "USD"));
        assertThat(upgrade(cycle)).containsExactly(Money.of("-75.00", "USD"), Money.of("200.00", "USD"));

        lines(
                "open",
                75,
                0,
                "('proration', 'a', -75), ('proration', 'a', 200), "
                        + "('adjustment', 'billing.invoice.line.discount', -50)");
        assertThat(billed(tenant, cycle)).isEqualTo(Money.of("150.00", "USD"));
    }

    /** What is asked for a change from a plan of 100 to one of 200. */
    private List<Money> upgrade(Period cycle) {
        PaidBase paid = in(tenant, em -> BilledBase.of(em, cycle, USD));
        Charged.Change change = new Charged.Change(
                "A", paid.of(Money.of("100.00", "USD")), paid.kept(), "B", Money.of("200.00", "USD"), cycle, cycle);
        return change.lines(USD).stream().map(DraftLine::amount).toList();
    }

    private static Money billed(TenantId tenant, Period cycle) {
        return in(tenant, em -> BilledBase.of(em, cycle, USD)).kept();
    }

    private void credited(String amount) {
        DATABASE.superuser("""
                insert into invoice (tenant_id, id, kind, occasion, status, number, currency, plan_id, period_start,
                    period_end, subtotal, tax, total, credit_applied, taxes, seller, buyer, corrects_id, issued_on,
                    created_at, version)
                select tenant_id, gen_random_uuid(), 'creditNote', gen_random_uuid()::text, 'paid', gen_random_uuid()::text,
                    currency, plan_id, period_start, period_end, %1$s, 0, %1$s, 0, '[]', '{}', '{}', id, issued_on, now(), 1
                from invoice where tenant_id = '%2$s' and kind <> 'creditNote'
                """.formatted(amount, tenant));
    }

    private void invoice(String status, int net, int tax, String kind, String starts, String ends, int amount) {
        lines(status, net, tax, "('%s', 'a', %d)".formatted(kind, amount), starts, ends);
    }

    private void lines(String status, int net, int tax, String lines) {
        lines(status, net, tax, lines, "2026-03-10", "2026-04-10");
    }

    private void lines(String status, int net, int tax, String lines, String starts, String ends) {
        DATABASE.superuser("""
                with made as (
                    insert into invoice (tenant_id, id, kind, occasion, status, number, currency, plan_id, period_start,
                        period_end, subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, created_at, version)
                    select id, gen_random_uuid(), 'change', gen_random_uuid()::text, '%s', gen_random_uuid()::text, 'USD',
                        plan_id, date '%s', date '%s', %d, %d, %d, 0, '[]', '{}', '{}', date '2026-03-10', now(), 1
                    from tenant where id = '%s'
                    returning tenant_id, id)
                insert into invoice_line (tenant_id, id, invoice_id, position, kind, text_key, text_args, amount, starts, ends,
                    created_at, version)
                select m.tenant_id, gen_random_uuid(), m.id, row_number() over (), l.kind, l.key, '[]', l.amount, date '%s',
                    date '%s', now(), 1
                from made m, (values %s) as l (kind, key, amount)
                """.formatted(status, starts, ends, net, tax, net + tax, tenant, starts, ends, lines));
    }

    private Void changePlan(String left, Runnable then) {
        return in(tenant, em -> {
            HeldSubscription.hold(em)
                    .changePlan(plan(left), DAY.plusDays(5), NOW)
                    .ifPresent(em::persist);
            em.flush();
            then.run();
            return null;
        });
    }

    private static List<TenantId> due(LocalDate day, String zone) {
        return new BatchDatabase(DATABASE::batch)
                .transaction(
                        connection -> TrialRows.due(connection, new JobSlot(day, ZoneId.of(zone)), List.of(7, 3, 1)));
    }

    private static void begin(TenantId tenant, TenantBilling subscription) {
        in(tenant, em -> {
            em.persist(subscription);
            return null;
        });
    }

    private static <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(work));
    }

    private static UUID plan(String code) {
        return UUID.fromString(
                switch (code) {
                    case "starter" -> "01930000-0000-7000-8000-000000000001";
                    case "professional" -> "01930000-0000-7000-8000-000000000002";
                    default -> "01930000-0000-7000-8000-000000000003";
                });
    }

    private static TenantId tenant(String zone) {
        TenantId id = new TenantId(Ids.next());
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, time_zone, created_at, version)
                values ('%s', 't%s', 'T', 'trial', '%s', '%s', now(), 1)
                """.formatted(id, id.toString().replace("-", ""), plan("starter"), zone));
        return id;
    }
}
