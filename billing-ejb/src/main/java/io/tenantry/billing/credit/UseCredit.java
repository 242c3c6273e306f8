package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes credit of the thread's tenant for an invoice, and gives it back. What is taken at the same time waits. */
@Stateless
public class UseCredit {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** What could be used, in order, until the transaction ends: nobody else uses it meanwhile. */
    public List<CreditLeft> held() {
        return grants().stream().map(CreditGrant::left).toList();
    }

    /**
     * Takes at most {@code amount}; the invoice's row is there already.
     *
     * @return what was taken
     */
    public Money apply(Money amount, UUID invoice, LocalDate day) {
        Map<UUID, CreditGrant> grants =
                grants().stream().collect(Collectors.toMap(CreditGrant::id, Function.identity()));
        List<CreditLeft> left = grants.values().stream().map(CreditGrant::left).toList();
        Money applied = Money.zero(amount.currency());
        for (CreditUse use : CreditOrder.uses(left, amount, day)) {
            CreditGrant grant = grants.get(use.grant());
            grant.take(use.amount());
            write(grant, CreditEntryKind.applied, use.amount().negated(), invoice);
            applied = applied.plus(use.amount());
        }
        entityManager.flush();
        return applied;
    }

    /** Gives back all that an invoice had taken; a second time nothing is left to give back. */
    public void giveBack(UUID invoice) {
        grants(); // whoever gives back the same invoice's waits here
        entityManager
                .createQuery("select e from CreditEntry e where e.invoiceId = :invoice", CreditEntry.class)
                .setParameter("invoice", invoice)
                .getResultStream()
                .collect(Collectors.groupingBy(CreditEntry::grantId))
                .forEach((id, entries) -> {
                    CreditGrant grant = entityManager.find(CreditGrant.class, id, LockModeType.PESSIMISTIC_WRITE);
                    Money taken = entries.stream()
                            .map(entry -> grant.money(entry.amount()))
                            .reduce(Money.zero(grant.amount().currency()), Money::plus)
                            .negated();
                    if (!taken.isZero()) {
                        grant.giveBack(taken);
                        write(grant, CreditEntryKind.returned, taken, invoice);
                    }
                });
        entityManager.flush();
    }

    private void write(CreditGrant grant, CreditEntryKind kind, Money amount, UUID invoice) {
        entityManager.persist(new CreditEntry(grant, kind, amount, invoice, clock.now()));
    }

    /** Always locked in the same order, so that two who lock them wait and never fail. */
    private List<CreditGrant> grants() {
        return entityManager
                .createQuery("select g from CreditGrant g where g.remaining > 0 order by g.id", CreditGrant.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
