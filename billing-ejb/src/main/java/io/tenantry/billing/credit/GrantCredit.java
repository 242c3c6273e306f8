package io.tenantry.billing.credit;

import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Gives the thread's tenant credit, and takes back what is left of it. */
@Stateless
public class GrantCredit {

    /** More than anybody is given, and less than the database holds. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    FindCustomer customers;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param reason as the tenant reads it
     * @param expiresOn the first day on which it is no longer worth anything, {@code null} for never
     * @throws ProblemException {@code validation} for a gift in another currency than the tenant's, an amount that is not above
     *     zero, or an expiry that is over
     */
    public GrantedCredit grant(Money amount, CreditSource source, String reason, LocalDate expiresOn) {
        Customer customer = customers.current();
        Instant now = clock.now();
        if (source == CreditSource.grant && !amount.currency().equals(customer.currency())) {
            throw ProblemException.invalid(
                    "/amount/currency",
                    "billing.currency-differs",
                    customer.currency().getCurrencyCode());
        }
        if (amount.amount().signum() <= 0 || amount.amount().compareTo(MOST) >= 0) {
            throw ProblemException.invalid("/amount/amount", "billing.amount-range");
        }
        if (expiresOn != null && !expiresOn.isAfter(customer.dayOf(now))) {
            throw ProblemException.invalid("/expiresOn", "billing.credit-expiry");
        }
        CreditGrant grant = new CreditGrant(amount, source, reason, expiresOn, now);
        entityManager.persist(grant);
        entityManager.flush();
        entityManager.persist(new CreditEntry(grant, CreditEntryKind.granted, amount, null, now));
        entityManager.flush();
        activity.created("credit", grant.id(), snapshot(grant));
        return grant.view();
    }

    /**
     * Takes back what is left; what was used stays used. A grant with nothing left is not changed.
     *
     * @throws ProblemException {@code not-found}
     */
    public GrantedCredit revoke(UUID id) {
        CreditGrant grant = entityManager.find(CreditGrant.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (grant == null) {
            throw ProblemException.notFound();
        }
        Money rest = grant.left().remaining();
        if (!rest.isZero()) {
            Map<String, Object> before = snapshot(grant);
            grant.take(rest);
            entityManager.persist(new CreditEntry(grant, CreditEntryKind.revoked, rest.negated(), null, clock.now()));
            entityManager.flush();
            activity.changed("credit.revoked", "credit", id, before, snapshot(grant));
        }
        return grant.view();
    }

    private static Map<String, Object> snapshot(CreditGrant grant) {
        Map<String, Object> values = new HashMap<>();
        values.put("amount", grant.amount().toString());
        values.put("remaining", grant.left().remaining().toString());
        values.put("source", grant.source().name());
        values.put("reason", grant.reason());
        if (grant.left().expiresOn() != null) {
            values.put("expiresOn", grant.left().expiresOn().toString());
        }
        return values;
    }
}
