package io.tenantry.billing.payment;

import io.tenantry.billing.credit.CreditSource;
import io.tenantry.billing.credit.GrantCredit;
import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceKind;
import io.tenantry.billing.invoicing.InvoiceSettled;
import io.tenantry.billing.invoicing.InvoiceStatus;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Settles invoices of the thread's tenant. Payments of an invoice that come at the same time wait for each other. */
@Stateless
public class RecordPayment {

    /** More than any invoice, and less than the database holds. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    GrantCredit credit;

    @Inject
    FindCustomer customers;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    @Inject
    Event<InvoiceSettled> settled;

    /**
     * Less than what is due leaves the invoice open; what is beyond it becomes credit.
     *
     * @throws ProblemException {@code not-found}; {@code validation} for another currency than the invoice's, an amount that
     *     is not above zero or a time to come; {@code conflict} if nothing is to be paid or the reference is recorded
     */
    public RecordedPayment record(UUID invoiceId, PaymentValues values) {
        Invoice invoice = held(invoiceId);
        Instant now = clock.now();
        Instant receivedAt = values.receivedAt() == null ? now : values.receivedAt();
        requireFits(values.amount(), invoice);
        if (receivedAt.isAfter(now)) {
            throw ProblemException.invalid("/receivedAt", "billing.payment-future");
        }
        Payment payment = new Payment(invoiceId, values, receivedAt, now);
        entityManager.persist(payment);
        Text taken = Text.of("billing.payment-taken");
        Flush.now(entityManager, taken, taken);
        requirePayable(invoice);
        pay(invoice, values.amount(), now);
        activity.created("payment", payment.id(), snapshot(invoice, values));
        return payment.view();
    }

    /**
     * Nobody expects its money any more.
     *
     * @throws ProblemException {@code not-found}, {@code conflict} unless it is open
     */
    public void giveUp(UUID invoiceId, String reason) {
        Invoice invoice = held(invoiceId);
        if (invoice.status() != InvoiceStatus.open) {
            throw ProblemException.conflict("billing.uncollectible-not-open");
        }
        invoice.giveUp();
        entityManager.flush();
        activity.changed(
                "invoice.uncollectible",
                "invoice",
                invoiceId,
                Map.of("number", invoice.number(), "status", InvoiceStatus.open.code()),
                Map.of("number", invoice.number(), "status", invoice.status().code(), "reason", reason));
        settled.fire(new InvoiceSettled(invoiceId));
    }

    private void pay(Invoice invoice, Money amount, Instant now) {
        Money due = invoice.amountDue();
        Money applied = amount.compareTo(due) > 0 ? due : amount;
        Money excess = amount.minus(applied);
        invoice.pay(applied, now);
        entityManager.flush();
        if (!excess.isZero()) {
            Text reason = Text.of("billing.credit.overpaid", invoice.number());
            credit.grant(
                    excess,
                    CreditSource.refund,
                    Texts.resolve(reason, customers.current().language()),
                    null);
        }
        if (invoice.status() == InvoiceStatus.paid) {
            settled.fire(new InvoiceSettled(invoice.id()));
        }
    }

    private Invoice held(UUID id) {
        Invoice invoice = entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (invoice == null) {
            throw ProblemException.notFound();
        }
        return invoice;
    }

    private static void requireFits(Money amount, Invoice invoice) {
        if (!amount.currency().equals(invoice.currency())) {
            throw ProblemException.invalid(
                    "/amount/currency",
                    "billing.payment-currency",
                    invoice.currency().getCurrencyCode());
        }
        if (amount.amount().signum() <= 0 || amount.amount().compareTo(MOST) >= 0) {
            throw ProblemException.invalid("/amount/amount", "billing.amount-range");
        }
    }

    private static void requirePayable(Invoice invoice) {
        boolean awaited = invoice.status() == InvoiceStatus.open || invoice.status() == InvoiceStatus.uncollectible;
        if (!awaited || invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            throw ProblemException.conflict("billing.payment-not-due");
        }
    }

    private static Map<String, Object> snapshot(Invoice invoice, PaymentValues values) {
        return Map.of(
                "invoice",
                invoice.number(),
                "amount",
                values.amount().toString(),
                "method",
                values.method(),
                "reference",
                values.reference(),
                "invoiceStatus",
                invoice.status().code());
    }
}
