package io.tenantry.billing.dunning;

import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.billing.dunning.internal.sql.StepStatements;
import io.tenantry.billing.invoicing.Invoice;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Does about the invoices of the thread's tenant what is due, each step once, in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DunTenant {

    private static final String ISSUED = "issued";

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ConfiguredDunning configured;

    @Inject
    FindCustomer customers;

    @Inject
    Standing standing;

    @Inject
    InvoiceLetters letters;

    /**
     * Does the steps for what is unpaid.
     *
     * @param today local day of the tenant
     * @param at when that is
     * @return how many steps
     */
    public int dun(LocalDate today, Instant at) {
        Customer customer = customers.current();
        int done = 0;
        for (Invoice invoice : overdue(today)) {
            List<DunningStep> fresh = configured.schedule().due(invoice.dueOn(), today).stream()
                    .filter(step -> standing.admits(step.action()))
                    .filter(step -> StepStatements.claim(entityManager, invoice.id(), step.code(), at))
                    .toList();
            fresh.forEach(this::act);
            if (!fresh.isEmpty() && fresh.get(fresh.size() - 1).action() != DunningAction.suspend) {
                // several at once are told of by one e-mail
                letters.unpaid(
                        entityManager, customer, invoice, configured.schedule().nextAfter(invoice.dueOn(), today));
            }
            done += fresh.size();
        }
        return done;
    }

    /** Writes about an invoice that has been issued. @return whether this call did */
    public boolean tell(UUID id, Instant at) {
        Invoice invoice = entityManager.find(Invoice.class, id);
        if (invoice == null || !StepStatements.claim(entityManager, id, ISSUED, at)) {
            return false;
        }
        letters.issued(entityManager, customers.current(), invoice);
        return true;
    }

    /** Locked, so that nobody pays one while it is dunned. */
    private List<Invoice> overdue(LocalDate today) {
        return entityManager
                .createQuery("""
                        select i from Invoice i
                        where i.status = 'open' and i.kind <> 'creditNote' and i.dueOn < :today order by i.id
                        """, Invoice.class)
                .setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void act(DunningStep step) {
        if (step.action() == DunningAction.pastDue) {
            standing.owes();
        } else if (step.action() == DunningAction.suspend) {
            standing.suspend();
        }
    }
}
