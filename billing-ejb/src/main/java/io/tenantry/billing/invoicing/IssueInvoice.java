package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Account;
import io.tenantry.billing.invoicing.internal.PlanTerms;
import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.billing.invoicing.internal.sql.HeldRows;
import io.tenantry.billing.invoicing.internal.sql.InvoiceRows;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.billing.invoicing.internal.sql.SubscriberRows;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues an invoice to the thread's tenant for something that has happened, with its discounts, its taxes and its credit,
 * in the currency of its plan as the database knows it by now. The invoice run issues those of the periods.
 *
 * <p>The number is taken from a row that stays locked until the transaction ends: let little follow.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IssueInvoice {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    Seller seller;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * Flushes what the caller has changed by JPA in the module of billing; what it has changed in the tenant's, it flushes
     * itself.
     *
     * @param occasion tells apart what happens more than once on a day; each is invoiced once
     * @param period the days that the invoice names
     * @return empty if nothing is due; what is less than nothing has become credit
     */
    public Optional<Invoice> issue(InvoiceKind kind, String occasion, Period period, List<Charged> charged) {
        entityManager.flush();
        UUID tenant = TenantContext.required().value();
        Rows rows = Rows.of(entityManager);
        HeldRows.lock(rows, tenant);
        HeldRows.lockCredit(rows, List.of(tenant));
        Basis basis = read(rows, tenant);
        Issue issue = new Issue(
                Ids.next(),
                basis.account(),
                kind,
                occasion,
                basis.plan(),
                period,
                InvoiceCalculator.draft(Issue.basis(basis.account(), kind, charged, basis.nothing())),
                basis.day(),
                basis.at(),
                List.of(),
                List.of(),
                null);
        new InvoiceRows(rows, Caller.current().name()).write(List.of(issue), seller.json(), seller.dueDays(), false);
        return issue.isInvoice() ? Optional.of(logged(issue)) : Optional.empty();
    }

    /** What {@link #issue} would make of it now. Stores nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public InvoiceDraft preview(InvoiceKind kind, List<Charged> charged) {
        Basis basis = read(Rows.of(entityManager), TenantContext.required().value());
        return InvoiceCalculator.draft(Issue.basis(basis.account(), kind, charged, basis.nothing()));
    }

    private record Basis(Account account, UUID plan, LocalDate day, Instant at) {

        Money nothing() {
            return Money.zero(account.currency());
        }
    }

    private Basis read(Rows rows, UUID tenant) {
        Row place = SubscriberRows.place(rows, tenant);
        Instant now = clock.now();
        LocalDate day = LocalDate.ofInstant(now, ZoneId.of(place.text("zone")));
        UUID plan = place.id("plan");
        PlanTerms terms = PlanTerms.of(SubscriberRows.plans(rows, List.of(plan)).get(0));
        Row account = SubscriberRows.accounts(rows, List.of(tenant), day).get(0);
        return new Basis(Account.of(account, terms.currency(), day), plan, day, now);
    }

    private Invoice logged(Issue issue) {
        Invoice invoice = entityManager.find(Invoice.class, issue.id());
        activity.created(
                "invoice",
                invoice.id(),
                Map.of(
                        "number",
                        invoice.number(),
                        "total",
                        invoice.total().text(),
                        "currency",
                        invoice.currency().getCurrencyCode()));
        return invoice;
    }
}
