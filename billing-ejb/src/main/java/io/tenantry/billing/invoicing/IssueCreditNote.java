package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Account;
import io.tenantry.billing.invoicing.internal.sql.InvoiceRows;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes back what an invoice says, wholly or in part, which leaves the invoice as it is. What is still due becomes less;
 * what has been settled already becomes credit.
 */
@Stateless
public class IssueCreditNote {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    Seller seller;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    @Inject
    Event<InvoiceSettled> settled;

    /**
     * @param amount tax included; {@code null} for all that is left
     * @param day local day of the tenant
     * @return the credit note
     * @throws ProblemException {@code not-found}; {@code conflict} for an invoice that is void, a credit note, or credited
     *     already; {@code validation} for an amount of another currency, or beyond what is left
     */
    public Invoice issue(UUID id, Money amount, String reason, LocalDate day) {
        Invoice invoice = entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (invoice == null) {
            throw ProblemException.notFound();
        }
        Money before = noted(invoice);
        Money left = invoice.total().minus(before);
        if (invoice.status() == InvoiceStatus.voided || invoice.kind() == InvoiceKind.CREDIT_NOTE || left.isZero()) {
            throw ProblemException.conflict("billing.credit-note-nothing-left");
        }
        Money taken = amount == null ? left : amount;
        requireWithin(taken, left);
        Money due = invoice.amountDue();
        Money offDue = taken.compareTo(due) > 0 ? due : taken;
        Instant now = clock.now();
        boolean awaited = invoice.status() != InvoiceStatus.paid;
        if (!offDue.isZero()) {
            invoice.credit(offDue, now);
        }
        entityManager.flush();
        Invoice note = write(invoice, CreditNote.draft(invoice, before, taken, taken.minus(offDue)), day, now);
        activity.changed(
                "invoice.credited",
                "invoice",
                id,
                null,
                Map.of(
                        "number", invoice.number(),
                        "creditNote", note.number(),
                        "amount", taken.text(),
                        "reason", reason));
        if (awaited && invoice.status() == InvoiceStatus.paid) {
            settled.fire(new InvoiceSettled(id));
        }
        return note;
    }

    private Invoice write(Invoice invoice, InvoiceDraft draft, LocalDate day, Instant now) {
        UUID id = Ids.next();
        Account account = new Account(
                TenantContext.required().value(),
                invoice.buyer(),
                invoice.currency(),
                CreditNote.taxation(invoice),
                List.of(),
                List.of());
        Issue issue = new Issue(
                id,
                account,
                InvoiceKind.CREDIT_NOTE,
                id.toString(),
                invoice.planId(),
                invoice.period(),
                draft,
                day,
                now,
                List.of(),
                List.of(),
                invoice.id());
        new InvoiceRows(Rows.of(entityManager), Caller.current().name()).write(List.of(issue), seller.json(), 0, false);
        return entityManager.find(Invoice.class, id);
    }

    /** What credit notes have taken back of it before. */
    private Money noted(Invoice invoice) {
        return entityManager
                .createQuery("select n from Invoice n where n.correctsId = :invoice", Invoice.class)
                .setParameter("invoice", invoice.id())
                .getResultStream()
                .map(Invoice::total)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    private static void requireWithin(Money amount, Money left) {
        if (!amount.currency().equals(left.currency())) {
            throw ProblemException.invalid(
                    "/amount/currency",
                    "billing.payment-currency",
                    left.currency().getCurrencyCode());
        }
        if (amount.isNegative() || amount.isZero() || amount.compareTo(left) > 0) {
            throw ProblemException.invalid("/amount/amount", "billing.credit-note-range", left.text());
        }
    }
}
