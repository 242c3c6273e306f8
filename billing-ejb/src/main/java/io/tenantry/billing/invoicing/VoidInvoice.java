package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.sql.CreditReturn;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.platform.caller.Caller;
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
import java.util.Map;
import java.util.UUID;

/** Takes an invoice back of which nothing has been paid. Its number stays, and the credit it used comes back. */
@Stateless
public class VoidInvoice {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    @Inject
    Event<InvoiceSettled> settled;

    /** @throws ProblemException {@code not-found}; {@code conflict} unless it is open and nothing was paid or credited */
    public void makeVoid(UUID id, String reason) {
        Invoice invoice = entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (invoice == null) {
            throw ProblemException.notFound();
        }
        boolean untouched = invoice.amountPaid().isZero() && invoice.credited().isZero();
        if (invoice.status() != InvoiceStatus.open || !untouched) {
            throw ProblemException.conflict("billing.void-not-open");
        }
        Instant now = clock.now();
        invoice.makeVoid(now);
        entityManager.flush();
        CreditReturn.ofInvoice(
                Rows.of(entityManager),
                TenantContext.required().value(),
                id,
                Caller.current().name(),
                now);
        activity.changed(
                "invoice.voided",
                "invoice",
                id,
                Map.of("number", invoice.number(), "status", InvoiceStatus.open.code()),
                Map.of("number", invoice.number(), "status", invoice.status().code(), "reason", reason));
        settled.fire(new InvoiceSettled(id));
    }
}
