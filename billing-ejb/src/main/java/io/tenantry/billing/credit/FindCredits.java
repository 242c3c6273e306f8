package io.tenantry.billing.credit;

import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the credit of the thread's tenant. */
@Stateless
public class FindCredits {

    private static final List<SortKey<CreditEntry>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", CreditEntry::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    FindCustomer customers;

    @Inject
    BusinessClock clock;

    /** The ledger. */
    public Page<LedgerEntry> page(PageRequest request) {
        Page<CreditEntry> page = new KeysetQuery<>(
                        entityManager, CreditEntry.class, "select e from CreditEntry e", ORDERS, CreditEntry::id)
                .page(request);
        Map<UUID, CreditGrant> grants = grantsOf(page.items());
        return new Page<>(
                page.items().stream()
                        .map(entry -> view(entry, grants.get(entry.grantId())))
                        .toList(),
                page.nextCursor());
    }

    /** What could be used today, in the tenant's currency. */
    public Money balance() {
        Customer customer = customers.current();
        return CreditOrder.balance(
                left().stream().map(CreditGrant::left).toList(), customer.currency(), customer.dayOf(clock.now()));
    }

    /** Those with something left, in the order in which invoices use them. */
    public List<GrantedCredit> open() {
        Map<UUID, CreditGrant> grants = left().stream().collect(Collectors.toMap(CreditGrant::id, Function.identity()));
        return CreditOrder.of(grants.values().stream().map(CreditGrant::left).toList()).stream()
                .map(left -> grants.get(left.grant()).view())
                .toList();
    }

    /** @throws ProblemException {@code not-found} */
    public GrantedCredit get(UUID id) {
        return Optional.ofNullable(entityManager.find(CreditGrant.class, id))
                .map(CreditGrant::view)
                .orElseThrow(ProblemException::notFound);
    }

    private List<CreditGrant> left() {
        return entityManager
                .createQuery("select g from CreditGrant g where g.remaining > 0 order by g.id", CreditGrant.class)
                .getResultList();
    }

    private Map<UUID, CreditGrant> grantsOf(List<CreditEntry> entries) {
        List<UUID> ids = entries.stream().map(CreditEntry::grantId).distinct().toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select g from CreditGrant g where g.id in :ids", CreditGrant.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(CreditGrant::id, Function.identity()));
    }

    private static LedgerEntry view(CreditEntry entry, CreditGrant grant) {
        return new LedgerEntry(
                entry.id(),
                entry.kind(),
                grant.money(entry.amount()),
                entry.grantId(),
                entry.invoiceId(),
                entry.createdAt());
    }
}
