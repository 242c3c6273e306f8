package io.tenantry.billing.invoicing;

import static io.tenantry.billing.invoicing.BillingFixture.transits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.invoicing.BillingFixture.Subscription;
import io.tenantry.billing.invoicing.Charged.Base;
import io.tenantry.billing.invoicing.Charged.Change;
import io.tenantry.billing.invoicing.Charged.Usage;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken off an invoice when it is issued, given back when it is taken back, and foretold. */
class SettlementDbTest {

    private static final BillingFixture BILLING = new BillingFixture();
    private static final StandaloneUnit UNIT = new StandaloneUnit("billingPU", BILLING.database.app(), Map.of());
    private static final Period APRIL = new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01"));

    private final UUID plan = BILLING.plan("49", "month", transits(100));
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void nobodyElse() {
        BILLING.sql("update tenant_billing set status = 'cancelled'");
    }

    private Subscription tenant() {
        return BILLING.subscription(plan, "2026-03-01", "2026-04-01");
    }

    @Test
    void discountsTaxesAndCreditAreTakenAndUsedUp() {
        Subscription tenant = tenant();
        spain(tenant, "standard");
        discount(tenant, "10", "2");
        grant(tenant, "later", "30", "2026-09-01");
        grant(tenant, "sooner", "5", "2026-05-02");
        grant(tenant, "over", "7", "2026-04-01");
        grant(tenant, "endless", "50", null);

        BILLING.run("2026-05-01");

        // 49 - 4.90 = 44.10, and 21 %: 53.36
        assertThat(tenant.invoices("subtotal || ' ' || tax || ' ' || total || ' ' || credit_applied || ' ' || status"))
                .containsExactly("44.1000 9.2600 53.3600 53.3600 paid", "44.1000 9.2600 53.3600 31.6400 open");
        assertThat(BILLING.values(
                        "select reason || ' ' || remaining from credit_grant where tenant_id = '%s' order by 1"
                                .formatted(tenant.id)))
                .containsExactly("endless 0.0000", "later 0.0000", "over 7.0000", "sooner 0.0000");
        assertThat(periodsLeft(tenant)).isEqualTo("0");
        assertBalance(tenant);
        BILLING.run("2026-06-01");
        assertThat(tenant.invoices("subtotal::text")).last().isEqualTo("49.0000");
    }

    @Test
    void theBuyerAccountsForTheTaxOfAReverseCharge() {
        Subscription tenant = tenant();
        spain(tenant, "reverseCharge");

        BILLING.run("2026-04-01");

        assertThat(tenant.invoices("tax || taxes"))
                .containsExactly("0.0000[{\"name\":\"\",\"percent\":\"0\",\"treatment\":\"reverseCharge\","
                        + "\"net\":\"49.00\",\"tax\":\"0.00\"}]");
    }

    @Test
    void theRunAndTheSingleInvoiceComeToTheSame() {
        Subscription first = tenant().used("transitos", "2026-03-31", "153.7");
        Subscription second = tenant();
        for (Subscription tenant : List.of(first, second)) {
            spain(tenant, "standard");
            discount(tenant, "33.3333", "1");
            grant(tenant, "credit", "12.34", null);
        }
        second.with("status = 'cancelled'");
        BILLING.run("2026-04-01");

        Invoice single = issue(
                        second,
                        InvoiceKind.PERIOD,
                        new Usage(
                                "transitos",
                                new BigDecimal("153.7"),
                                BigDecimal.valueOf(100),
                                new PerUnit(new BigDecimal("0.10")),
                                new Period(LocalDate.parse("2026-03-01"), APRIL.start()),
                                new Period(LocalDate.parse("2026-03-01"), APRIL.start()),
                                false),
                        new Base("Plan 49", Money.of("49.00", "USD"), APRIL, APRIL))
                .orElseThrow();

        String columns =
                "kind || status || currency || plan_id || period_start || period_end || subtotal || tax || total"
                        + " || credit_applied || taxes || seller || buyer || issued_on || due_on || issued_at";
        assertThat(second.invoices(columns)).isEqualTo(first.invoices(columns));
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(single.amountDue().isZero()).isFalse();
        assertBalance(first);
        assertBalance(second);
    }

    @Test
    void whatIsLessThanNothingBecomesCredit() {
        Subscription tenant = tenant();
        spain(tenant, "standard");
        BILLING.sql("update tenant set locale = 'es' where id = '%s'".formatted(tenant.id));
        Money old = Money.of("49.00", "USD");
        Money less = Money.of("10.00", "USD");

        Optional<Invoice> issued =
                issue(tenant, InvoiceKind.CHANGE, new Change("A", old, old, "B", less, APRIL, APRIL));

        assertThat(issued.map(invoice -> invoice.total().text() + invoice.status()))
                .contains("0.00paid");
        assertThat(tenant.lines())
                .containsExactly("proration 2026-04-01 -49", "proration 2026-04-01 10", "credit - 39");
        assertThat(BILLING.values("select remaining || source || reason from credit_grant where tenant_id = '%s'"
                        .formatted(tenant.id)))
                .containsExactly("47.1900prorationDías no utilizados de un plan");
        assertBalance(tenant);
    }

    @Test
    void aVoidedInvoiceGivesItsCreditAndDiscountsBack() {
        Subscription tenant = tenant();
        discount(tenant, "10", "2");
        grant(tenant, "a", "10", null);
        grant(tenant, "b", "5", null);
        BILLING.run("2026-04-01");
        UUID invoice = UUID.fromString(tenant.invoices("id::text").get(0));
        assertThat(periodsLeft(tenant)).isEqualTo("1");

        in(tenant, em -> {
            voiding(em).makeVoid(invoice, "a mistake");
            return null;
        });

        assertThat(tenant.invoices("status")).containsExactly("void");
        assertThat(periodsLeft(tenant)).isEqualTo("2");
        assertThat(BILLING.value("select sum(remaining) from credit_grant where tenant_id = '%s'".formatted(tenant.id)))
                .isEqualTo("15.0000");
        assertBalance(tenant);
        assertThatThrownBy(() -> in(tenant, em -> {
                    voiding(em).makeVoid(invoice, "again");
                    return null;
                }))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void creditThatHasExpiredComesBackAsNewCredit() {
        Subscription tenant = tenant();
        grant(tenant, "today", "10", "2026-04-10");
        grant(tenant, "before", "7", "2026-04-02");
        grant(tenant, "tomorrow", "5", "2026-04-11");
        grant(tenant, "endless", "3", null);
        BILLING.run("2026-04-01");
        UUID invoice = UUID.fromString(tenant.invoices("id::text").get(0));
        String number = tenant.invoices("number").get(0);
        now = Instant.parse("2026-04-10T00:00:00Z");

        in(tenant, em -> {
            voiding(em).makeVoid(invoice, "a mistake");
            return null;
        });

        assertThat(BILLING.values(
                        "select remaining || source || reason || coalesce(expires_on::text, '') from credit_grant"
                                + " where tenant_id = '%s' order by amount".formatted(tenant.id)))
                .containsExactly(
                        "3.0000grantendless",
                        "5.0000granttomorrow2026-04-11",
                        "0.0000grantbefore2026-04-02",
                        "0.0000granttoday2026-04-10",
                        "17.0000refundCredit used on invoice " + number + ", which was voided");
        assertThat(BILLING.values("select kind || amount from credit_entry where invoice_id = '" + invoice
                        + "' and kind <> 'applied' order by amount"))
                .containsExactly("returned3.0000", "returned5.0000", "granted17.0000");
        assertBalance(tenant);
    }

    @Test
    void creditNotesUndoAnInvoiceToTheCentAndNoMore() {
        Subscription tenant = tenant();
        spain(tenant, "standard");
        BILLING.run("2026-04-01");
        UUID invoice = UUID.fromString(tenant.invoices("id::text").get(0));
        in(tenant, em -> {
            em.find(Invoice.class, invoice).pay(Money.of("50.00", "USD"), now);
            return null;
        });

        credit(tenant, invoice, "3.33");
        // 59.29 - 50 - 3.33 = 5.96 is still due
        assertThat(tenant.invoices("credited || status || kind")).contains("3.3300openperiod");
        credit(tenant, invoice, "10.00");
        credit(tenant, invoice, null);

        assertThat(BILLING.values("select total || ' ' || subtotal || ' ' || tax from invoice where corrects_id = '"
                        + invoice + "' order by number"))
                .containsExactly("3.3300 2.7500 0.5800", "10.0000 8.2700 1.7300", "45.9600 37.9800 7.9800");
        assertThat(BILLING.value("select credited || ' ' || status from invoice where id = '" + invoice + "'"))
                .isEqualTo("9.2900 paid");
        assertThat(BILLING.values("select amount || source from credit_grant where tenant_id = '%s' order by 1"
                        .formatted(tenant.id)))
                .containsExactly("4.0400creditNote", "45.9600creditNote");
        assertThatThrownBy(() -> credit(tenant, invoice, null)).isInstanceOf(ProblemException.class);
        assertBalance(tenant);
    }

    @Test
    void aCreditNoteBeyondTheInvoiceIsRefused() {
        Subscription tenant = tenant();
        BILLING.run("2026-04-01");
        UUID invoice = UUID.fromString(tenant.invoices("id::text").get(0));

        assertThatThrownBy(() -> credit(tenant, invoice, "49.01")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> credit(tenant, invoice, "0.00")).isInstanceOf(ProblemException.class);
        credit(tenant, invoice, "49.00");
    }

    @Test
    void whatIsConsumedIsProjectedAtThePaceOfItsDays() {
        Subscription tenant = tenant().used("transitos", "2026-03-02", "60").used("transitos", "2026-03-10", "60");

        Estimate estimate = estimate(tenant, Instant.parse("2026-03-10T12:00:00Z"));

        assertThat(lines(estimate.current())).containsExactly("overage 2026-03-01 2", "base 2026-04-01 49");
        // 120 in 10 of 31 days
        assertThat(lines(estimate.projected())).containsExactly("overage 2026-03-01 27.2", "base 2026-04-01 49");
        assertThat(estimate.day()).isEqualTo("2026-04-01");
        assertThat(tenant.invoices("number")).isEmpty();
    }

    @Test
    void aBaseThatIsDueIsTheNextInvoice() {
        Subscription tenant = tenant().with("base_until = '2026-03-01'").used("transitos", "2026-03-01", "600");

        Estimate estimate = estimate(tenant, Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(estimate.day()).isEqualTo("2026-03-02");
        assertThat(lines(estimate.current())).containsExactly("base 2026-03-01 49");
        assertThat(estimate.projected()).isEqualTo(estimate.current());
        BILLING.run("2026-03-02");
        assertThat(tenant.lines()).isEqualTo(lines(estimate.current()));
        assertThat(estimate(tenant, now).day()).isEqualTo("2026-04-01");
    }

    @Test
    void aBaseFallsDueWithItsPeriodUnlessSuspended() {
        Subscription tenant =
                BILLING.subscription(plan, "2026-04-01", "2026-05-01").with("base_until = '2026-04-01'");
        Instant before = Instant.parse("2026-03-10T12:00:00Z");

        assertThat(estimate(tenant, before).day()).isEqualTo("2026-04-01");
        tenant.with("status = 'suspended'");
        assertThat(estimate(tenant, before).day()).isEqualTo("2026-05-01");
        assertThat(lines(estimate(tenant, before).current())).isEmpty();
    }

    @Test
    void aTrialIsToldItsFirstBase() {
        Subscription tenant =
                tenant().with("status = 'trial', billing_day = 15").used("transitos", "2026-03-02", "600");

        Estimate estimate = estimate(tenant, Instant.parse("2026-03-10T12:00:00Z"));

        assertThat(lines(estimate.current())).containsExactly("base 2026-04-01 22.13");
    }

    /** Random plans, usage, discounts, taxes and credit: the last estimate of a period is its invoice. */
    @Test
    void theEstimateAtTheEndOfAPeriodIsItsInvoice() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20; i++) {
            nobodyElse();
            Subscription tenant = randomTenant(random);
            Estimate estimate = estimate(tenant, Instant.parse("2026-03-31T23:59:59.999999Z"));
            assertThat(estimate.projected()).as("projected %d", i).isEqualTo(estimate.current());
            BILLING.values(
                    "select already from app.snapshot_levels(array['%s'::uuid], '2026-04-01', '2020-01-01', '2026-04-01Z')"
                            .formatted(tenant.id));

            assertThat(BILLING.run("2026-04-01").failures()).isEmpty();

            assertThat(tenant.lines()).as("lines %d", i).isEqualTo(lines(estimate.current()));
            String money = "total || ' ' || tax || ' ' || credit_applied";
            InvoiceDraft draft = estimate.current();
            assertThat(tenant.invoices(money))
                    .as("money %d", i)
                    .isEqualTo(
                            draft.isEmpty()
                                    ? List.of()
                                    : List.of("%s00 %s00 %s00"
                                            .formatted(
                                                    draft.total().text(),
                                                    draft.tax().text(),
                                                    draft.creditApplied().text())));
            assertBalance(tenant);
        }
    }

    private Subscription randomTenant(Random random) {
        List<String> charges = List.of(
                "{\"model\":\"perUnit\",\"unitPrice\":\"0.013\"}",
                "{\"model\":\"package\",\"packageSize\":\"7\",\"packagePrice\":\"0.99\"}",
                "{\"model\":\"graduated\",\"tiers\":[{\"upTo\":\"10\",\"unitPrice\":\"0.333\",\"flatFee\":\"1\"},"
                        + "{\"unitPrice\":\"0.1\"}]}",
                "{\"model\":\"volume\",\"tiers\":[{\"upTo\":\"50\",\"unitPrice\":\"0.5\"},{\"upTo\":null,\"unitPrice\":\"0.05\"}]}");
        List<String> limits = new ArrayList<>();
        for (String resource : List.of("transitos", "apiCalls", "users", "storage")) {
            limits.add("'%s', %d, '%s', '%s'"
                    .formatted(
                            resource,
                            random.nextInt(40),
                            charges.get(random.nextInt(charges.size())),
                            random.nextBoolean() ? "peak" : "average"));
        }
        UUID chosen = BILLING.plan(
                List.of("0", "49", "19.99").get(random.nextInt(3)), "month", limits.toArray(String[]::new));
        if (random.nextInt(4) == 0) {
            BILLING.sql("update tenant_plan set minimum = 60 where id = '%s'".formatted(chosen));
        }
        Subscription tenant = BILLING.subscription(chosen, "2026-03-01", "2026-04-01");
        for (int i = 0; i < 12; i++) {
            String day = "2026-03-%02d".formatted(1 + random.nextInt(31));
            tenant.used(random.nextBoolean() ? "transitos" : "apiCalls", day, random.nextInt(3000) + "e-2");
        }
        for (String resource : List.of("users", "storage")) {
            int held = 0;
            for (int i = 0; i < 5; i++) {
                int more = random.nextInt(30);
                held += more;
                BILLING.sql("""
                        insert into usage_level_change (tenant_id, id, resource, at, delta)
                        values ('%s', gen_random_uuid(), '%s', timestamptz '2026-03-01Z' + interval '1 minute' * %d, %d)
                        """.formatted(tenant.id, resource, random.nextInt(31 * 24 * 60), more));
            }
            BILLING.sql("""
                    insert into tenant_usage (tenant_id, id, resource, period_start, used, created_at, version)
                    values ('%s', gen_random_uuid(), '%s', '1970-01-01', %d, '2026-02-10Z', 1)
                    """.formatted(tenant.id, resource, held));
        }
        if (random.nextBoolean()) {
            spain(tenant, "standard");
        }
        if (random.nextBoolean()) {
            discount(tenant, "12.5", "3");
        }
        if (random.nextBoolean()) {
            grant(tenant, "credit", "25.01", null);
        }
        return tenant;
    }

    private static List<String> lines(InvoiceDraft draft) {
        if (draft.isEmpty()) {
            return List.of();
        }
        return draft.lines().stream()
                .map(line -> line.kind().code() + " "
                        + (line.period() == null ? "-" : line.period().start().toString()) + " "
                        + line.amount().amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    private Estimate estimate(Subscription tenant, Instant at) {
        now = at;
        return in(tenant, em -> {
            EstimateInvoice estimate = new EstimateInvoice();
            estimate.entityManager = em;
            estimate.clock = clock();
            return estimate.estimate();
        });
    }

    private Optional<Invoice> issue(Subscription tenant, InvoiceKind kind, Charged... charged) {
        return in(tenant, em -> {
            IssueInvoice issue = new IssueInvoice();
            issue.entityManager = em;
            issue.seller = BillingFixture.seller();
            issue.activity = new Silent();
            issue.clock = clock();
            return issue.issue(kind, "", APRIL, List.of(charged));
        });
    }

    private void credit(Subscription tenant, UUID invoice, String amount) {
        in(tenant, em -> {
            IssueCreditNote note = new IssueCreditNote();
            note.entityManager = em;
            note.seller = BillingFixture.seller();
            note.activity = new Silent();
            note.clock = clock();
            note.settled = unheard();
            return note.issue(invoice, amount == null ? null : Money.of(amount, "USD"), "a mistake", APRIL.start());
        });
    }

    private VoidInvoice voiding(EntityManager entityManager) {
        VoidInvoice voiding = new VoidInvoice();
        voiding.entityManager = entityManager;
        voiding.activity = new Silent();
        voiding.clock = clock();
        voiding.settled = unheard();
        return voiding;
    }

    private static <T> T in(Subscription tenant, Function<EntityManager, T> work) {
        return TenantContext.call(new TenantId(tenant.id), () -> UNIT.inTransaction(work));
    }

    private BusinessClock clock() {
        return new BusinessClock(false) {
            @Override
            public Instant now() {
                return now;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Event<InvoiceSettled> unheard() {
        return (Event<InvoiceSettled>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }

    /** The log is another module's. */
    private static final class Silent extends ActivityLog {

        @Override
        public void created(String entity, UUID id, Map<String, Object> after) {
            assertThat(entity).isEqualTo("invoice");
        }

        @Override
        public void changed(
                String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
            assertThat(entity).isEqualTo("invoice");
        }
    }

    private static void spain(Subscription tenant, String treatment) {
        BILLING.sql("""
                insert into billing_profile (tenant_id, id, legal_name, street, postal_code, city, region, country,
                    tax_treatment, prices_include_tax, created_at, version)
                values ('%1$s', '%1$s', 'Buyer', '', '', 'Madrid', '', 'ES', '%2$s', false, now(), 1);
                insert into tax_rate (id, country, name, percent, valid_from, created_at, version)
                values (gen_random_uuid(), 'ES', 'IVA', 21, '2020-01-01', now(), 1)
                on conflict do nothing;
                """.formatted(tenant.id, treatment));
    }

    private static void discount(Subscription tenant, String percent, String periods) {
        BILLING.sql("""
                insert into tenant_discount (tenant_id, id, name, percent, periods, created_at, version)
                values ('%1$s', '%1$s', 'A discount', %2$s, %3$s, now(), 1)
                """.formatted(tenant.id, percent, periods));
    }

    private static String periodsLeft(Subscription tenant) {
        return BILLING.value("select periods from tenant_discount where tenant_id = '%s'".formatted(tenant.id));
    }

    private static void grant(Subscription tenant, String reason, String amount, String expires) {
        BILLING.sql("""
                with given as (
                    insert into credit_grant
                        (tenant_id, id, currency, amount, remaining, source, reason, expires_on, created_at, version)
                    values ('%s', gen_random_uuid(), 'USD', %2$s, %2$s, 'grant', '%3$s', %4$s, now(), 1)
                    returning *
                )
                insert into credit_entry (tenant_id, id, grant_id, kind, amount, actor, created_at, version)
                select tenant_id, gen_random_uuid(), id, 'granted', amount, 'test', now(), 1 from given
                """.formatted(tenant.id, amount, reason, expires == null ? "null" : "'" + expires + "'"));
    }

    /** What the grants have left is what the ledger says, for each of them. */
    private static void assertBalance(Subscription tenant) {
        assertThat(BILLING.values("""
                select g.reason from credit_grant g
                where g.tenant_id = '%s' and g.remaining <> (
                    select coalesce(sum(e.amount), 0) from credit_entry e
                    where e.tenant_id = g.tenant_id and e.grant_id = g.id)
                """.formatted(tenant.id))).isEmpty();
    }
}
