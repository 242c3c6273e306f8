package io.tenantry.billing.discount;

import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads the discounts of the thread's tenant; gives and ends them, for the platform. */
@Stateless
public class ChangeDiscounts {

    private static final List<SortKey<TenantDiscount>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", TenantDiscount::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    FindCustomer customers;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** Those that are over too. */
    public Page<DiscountView> page(PageRequest request) {
        Page<TenantDiscount> page = new KeysetQuery<>(
                        entityManager,
                        TenantDiscount.class,
                        "select e from TenantDiscount e",
                        ORDERS,
                        TenantDiscount::id)
                .page(request);
        return new Page<>(page.items().stream().map(TenantDiscount::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public DiscountView get(UUID id) {
        TenantDiscount discount = entityManager.find(TenantDiscount.class, id);
        if (discount == null) {
            throw ProblemException.notFound();
        }
        return discount.view();
    }

    /** @throws ProblemException {@code validation} for another currency than the tenant's */
    public DiscountView give(Reduction reduction) {
        Currency currency = customers.current().currency();
        if (reduction.amount() != null && !reduction.amount().currency().equals(currency)) {
            throw ProblemException.invalid("/amount/currency", "billing.currency-differs", currency.getCurrencyCode());
        }
        TenantDiscount discount = new TenantDiscount(null, reduction, clock.now());
        entityManager.persist(discount);
        entityManager.flush();
        activity.created("discount", discount.id(), reduction.snapshot());
        return discount.view();
    }

    /**
     * From now on it reduces no invoice.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public void end(UUID id, OptionalLong expected) {
        TenantDiscount discount = Versions.load(entityManager, TenantDiscount.class, id, expected);
        boolean active = discount.view().active();
        discount.end(clock.now());
        entityManager.flush();
        activity.changed(
                "discount.ended",
                "discount",
                id,
                Map.of("name", discount.view().name(), "active", active),
                Map.of("name", discount.view().name(), "active", false));
    }
}
