package io.tenantry.billing.payment;

import static io.tenantry.billing.BillingFixture.NOW;
import static io.tenantry.billing.BillingFixture.atOnce;
import static io.tenantry.billing.BillingFixture.clock;
import static io.tenantry.billing.BillingFixture.customers;
import static io.tenantry.billing.BillingFixture.silent;
import static io.tenantry.billing.BillingFixture.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.BillingFixture;
import io.tenantry.billing.credit.GrantCredit;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceSettled;
import io.tenantry.billing.invoicing.InvoiceStatus;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Money is counted once, and none of it is lost. */
class PaymentDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();

    private final TenantId tenant = FIXTURE.tenant();
    private final UUID invoice = FIXTURE.invoice(tenant, "100.00", "2026-03-10");
    private final List<UUID> settled = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void aPartLeavesItOpenAndTheRestSettlesIt() {
        pay("40.00", "a");
        assertThat(found().status()).isEqualTo(InvoiceStatus.open);
        assertThat(found().amountDue()).isEqualTo(usd("60.00"));
        assertThat(settled).isEmpty();

        pay("60.00", "b");
        assertThat(found().status()).isEqualTo(InvoiceStatus.paid);
        assertThat(found().settledAt()).contains(NOW);
        assertThat(settled).containsExactly(invoice);
        assertThat(credit()).isEqualTo("0");
    }

    @Test
    void whatIsBeyondBecomesCredit() {
        pay("130.50", "a");

        assertThat(found().status()).isEqualTo(InvoiceStatus.paid);
        assertThat(found().amountPaid()).isEqualTo(usd("100.00"));
        assertThat(credit()).isEqualTo("30.5000");
        String reason = FIXTURE.in(
                tenant,
                em -> em.createQuery("select g.reason from CreditGrant g", String.class)
                        .getSingleResult());
        assertThat(reason).contains(found().number());
    }

    @Test
    void theSameReferenceAtOnceIsCountedOnce() {
        List<Object> outcomes = atOnce(6, i -> pay("50.00", "same"));

        assertThat(outcomes).filteredOn(RecordedPayment.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ProblemException.class::isInstance).hasSize(5);
        assertThat(found().amountPaid()).isEqualTo(usd("50.00"));
    }

    @Test
    void noMoneyOfPaymentsAtOnceIsLost() {
        List<Object> outcomes = atOnce(8, i -> pay("30.00", "ref-" + i));

        long recorded =
                outcomes.stream().filter(RecordedPayment.class::isInstance).count();
        assertThat(recorded).isEqualTo(4);
        assertThat(found().amountPaid()).isEqualTo(usd("100.00"));
        assertThat(credit()).isEqualTo("20.0000");
        assertThat(FIXTURE.number("select count(*) from payment where tenant_id = '" + tenant + "'"))
                .isEqualTo("4");
        assertThat(settled).containsExactly(invoice);
    }

    @Test
    void nothingIsTakenForWhatIsPaid() {
        pay("100.00", "a");
        refused(ProblemType.CONFLICT, () -> pay("1.00", "b"));
        assertThat(FIXTURE.number("select count(*) from payment where tenant_id = '" + tenant + "'"))
                .isEqualTo("1");
    }

    @Test
    void otherCurrenciesNothingAndTheFutureAreRefused() {
        refused(ProblemType.VALIDATION, () -> pay(tenant, Money.of("10.00", "EUR"), "a", null));
        refused(ProblemType.VALIDATION, () -> pay("0.00", "a"));
        refused(ProblemType.VALIDATION, () -> pay("-5.00", "a"));
        refused(ProblemType.VALIDATION, () -> pay(tenant, usd("5.00"), "a", NOW.plusSeconds(1)));
        assertThat(pay(tenant, usd("5.00"), "a", NOW).receivedAt()).isEqualTo(NOW);
    }

    @Test
    void anotherTenantsInvoiceIsNotFound() {
        TenantId other = FIXTURE.tenant();
        refused(ProblemType.NOT_FOUND, () -> pay(other, usd("5.00"), "a", null));
        refused(
                ProblemType.NOT_FOUND,
                () -> FIXTURE.in(
                        other, em -> wired(new FindPayments(), em).page(invoice, new PageRequest(50, null, null))));
        assertThat(found().amountPaid()).isEqualTo(usd("0.00"));
    }

    @Test
    void whatWasGivenUpMayStillBePaid() {
        giveUp();
        assertThat(found().status()).isEqualTo(InvoiceStatus.uncollectible);
        assertThat(settled).containsExactly(invoice);
        refused(ProblemType.CONFLICT, this::giveUp);

        pay("100.00", "late");
        assertThat(found().status()).isEqualTo(InvoiceStatus.paid);
    }

    private void giveUp() {
        FIXTURE.in(tenant, em -> {
            recording(em).giveUp(invoice, "Gone");
            return null;
        });
    }

    private RecordedPayment pay(String amount, String reference) {
        return pay(tenant, usd(amount), reference, null);
    }

    private RecordedPayment pay(TenantId as, Money amount, String reference, Instant receivedAt) {
        return FIXTURE.in(
                as, em -> recording(em).record(invoice, new PaymentValues(amount, "transfer", reference, receivedAt)));
    }

    private Invoice found() {
        return FIXTURE.in(tenant, em -> em.find(Invoice.class, invoice));
    }

    private BigDecimal credit() {
        return FIXTURE.number(
                "select coalesce(sum(remaining), 0) from credit_grant where tenant_id = '" + tenant + "'");
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private RecordPayment recording(EntityManager em) {
        GrantCredit credit = wired(new GrantCredit(), em, customers(em), clock(NOW), silent());
        return wired(new RecordPayment(), em, credit, customers(em), clock(NOW), silent(), heard());
    }

    @SuppressWarnings("unchecked")
    private Event<InvoiceSettled> heard() {
        return (Event<InvoiceSettled>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, call, args) -> {
                    settled.add(((InvoiceSettled) args[0]).invoice());
                    return null;
                });
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
