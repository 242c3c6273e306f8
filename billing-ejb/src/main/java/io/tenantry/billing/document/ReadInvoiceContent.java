package io.tenantry.billing.document;

import io.tenantry.billing.document.internal.InvoiceJson;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceKind;
import io.tenantry.billing.invoicing.InvoiceLine;
import io.tenantry.billing.invoicing.InvoiceStatus;
import io.tenantry.billing.invoicing.LineKind;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what an invoice of the thread's tenant says. */
@Stateless
public class ReadInvoiceContent {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    /** @throws ProblemException {@code not-found}, {@code conflict} for a draft */
    public InvoiceContent content(UUID id) {
        Invoice invoice =
                Optional.ofNullable(entityManager.find(Invoice.class, id)).orElseThrow(ProblemException::notFound);
        if (invoice.status() == InvoiceStatus.draft) {
            throw ProblemException.conflict("billing.document.draft");
        }
        return new InvoiceContent(
                invoice.number(),
                invoice.kind() == InvoiceKind.CREDIT_NOTE,
                invoice.correctsId().map(this::number).orElse(null),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.period(),
                InvoiceJson.party(invoice.seller()),
                InvoiceJson.party(invoice.buyer()),
                InvoiceJson.treatment(invoice.taxes()),
                lines(id, invoice.currency()),
                InvoiceJson.taxes(invoice.taxes(), invoice.currency()),
                invoice.subtotal(),
                invoice.tax(),
                invoice.total(),
                invoice.creditApplied());
    }

    private String number(UUID corrected) {
        return entityManager.find(Invoice.class, corrected).number();
    }

    private List<ContentLine> lines(UUID invoice, Currency currency) {
        return entityManager
                .createQuery(
                        "select l from InvoiceLine l where l.invoiceId = :invoice order by l.position",
                        InvoiceLine.class)
                .setParameter("invoice", invoice)
                .getResultStream()
                .filter(line -> line.kind() != LineKind.TAX)
                .map(line -> line(line, currency))
                .toList();
    }

    private static ContentLine line(InvoiceLine line, Currency currency) {
        return new ContentLine(
                line.description(),
                line.quantity().orElse(null),
                line.unitPrice().orElse(null),
                Rounding.toMoney(line.amount(), currency),
                line.period().orElse(null),
                line.steps().map(InvoiceJson::steps).orElse(List.of()));
    }
}
