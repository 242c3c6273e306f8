package io.tenantry.billing.payment;

import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Reads what was paid on an invoice of the thread's tenant. */
@Stateless
public class FindPayments {

    private static final List<SortKey<Payment>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", Payment::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    /** @throws ProblemException {@code not-found} */
    public Page<RecordedPayment> page(UUID invoice, PageRequest request) {
        if (entityManager.find(Invoice.class, invoice) == null) {
            throw ProblemException.notFound();
        }
        Page<Payment> page = new KeysetQuery<>(
                        entityManager, Payment.class, "select e from Payment e", ORDERS, Payment::id)
                .whereEqual("e.invoiceId", invoice)
                .page(request);
        return new Page<>(page.items().stream().map(Payment::view).toList(), page.nextCursor());
    }
}
