package io.tenantry.billing.invoicing;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's invoices, credit notes too. */
@Stateless
public class FindInvoices {

    private static final List<SortKey<Invoice>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", Invoice::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    /** @param status {@code null} for any */
    public Page<Invoice> page(InvoiceStatus status, PageRequest request) {
        return new KeysetQuery<>(entityManager, Invoice.class, "select e from Invoice e", ORDERS, Invoice::id)
                .whereEqual("e.status", status == null ? null : status.code())
                .page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public Invoice get(UUID id) {
        return Optional.ofNullable(entityManager.find(Invoice.class, id)).orElseThrow(ProblemException::notFound);
    }

    /** In the order of the invoice. */
    public List<InvoiceLine> lines(UUID invoice) {
        return entityManager
                .createQuery(
                        "select l from InvoiceLine l where l.invoiceId = :invoice order by l.position",
                        InvoiceLine.class)
                .setParameter("invoice", invoice)
                .getResultList();
    }
}
