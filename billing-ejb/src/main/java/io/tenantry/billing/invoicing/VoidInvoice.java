package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.billing.invoicing.internal.sql.CreditReturn;
import io.tenantry.billing.invoicing.internal.sql.DiscountReturn;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.billing.invoicing.internal.sql.SubscriberRows;
import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Takes an invoice back of which nothing has been paid. Its number stays; the credit and discounts it used come back. */
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
        giveBack(invoice, now);
        activity.changed(
                "invoice.voided",
                "invoice",
                id,
                Map.of("number", invoice.number(), "status", InvoiceStatus.open.code()),
                Map.of("number", invoice.number(), "status", invoice.status().code(), "reason", reason));
        settled.fire(new InvoiceSettled(id));
    }

    private void giveBack(Invoice invoice, Instant now) {
        Rows rows = Rows.of(entityManager);
        UUID tenant = TenantContext.required().value();
        Row place = SubscriberRows.place(rows, tenant);
        DiscountReturn.ofInvoice(rows, tenant, invoice.id());
        CreditReturn.ofInvoice(
                rows,
                tenant,
                invoice.id(),
                Caller.current().name(),
                now,
                LocalDate.ofInstant(now, ZoneId.of(place.text("zone"))),
                Texts.resolve(
                        Text.of("billing.credit.voided", invoice.number()),
                        Locale.forLanguageTag(place.text("locale"))));
    }
}
