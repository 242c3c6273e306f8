package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Account;
import io.tenantry.billing.invoicing.internal.PlanTerms;
import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.billing.invoicing.internal.Subscriber;
import io.tenantry.billing.invoicing.internal.UsedQuantities;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.billing.invoicing.internal.sql.SubscriberRows;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells the thread's tenant what its next invoice would be. It reads what the invoice run reads and calculates as that
 * does, so that both come to the same cent if nothing more happens.
 */
@Stateless
public class EstimateInvoice {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found} without a subscription, or after its end */
    public Estimate estimate() {
        List<UUID> tenant = List.of(TenantContext.required().value());
        Rows rows = Rows.of(entityManager);
        Row row = SubscriberRows.subscribers(rows, tenant).stream()
                .filter(subscription -> !subscription.text("status").equals("cancelled"))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        Subscriber subscriber = Subscriber.of(row);
        Map<UUID, PlanTerms> plans = SubscriberRows.plans(rows, subscriber.plans()).stream()
                .map(PlanTerms::of)
                .collect(Collectors.toMap(PlanTerms::id, terms -> terms));
        boolean trial = row.text("status").equals("trial");
        Instant now = clock.now();
        LocalDate tomorrow =
                LocalDate.ofInstant(now, ZoneId.of(row.text("zone"))).plusDays(1);
        LocalDate issued = trial ? subscriber.period().end() : nextRun(subscriber, tomorrow);
        Row account = SubscriberRows.accounts(rows, tenant, issued).get(0);
        if (trial) {
            InvoiceDraft first = draft(subscriber.afterTrial(), issued, plans::get, nothing(), account);
            return new Estimate(subscriber.period(), issued, first, first);
        }
        List<Row> used = used(rows, subscriber, now);
        return new Estimate(
                subscriber.period(),
                issued,
                draft(subscriber, issued, plans::get, new UsedQuantities(used), account),
                draft(subscriber, issued, plans::get, projected(used, subscriber, tomorrow), account));
    }

    /** The day whose run invoices the tenant: today's has been. A base price that is due does not wait for the end. */
    private static LocalDate nextRun(Subscriber subscriber, LocalDate tomorrow) {
        LocalDate start = subscriber.period().start();
        boolean baseDue = subscriber.open() && !subscriber.baseUntil().isAfter(start);
        if (!baseDue) {
            return subscriber.period().end();
        }
        return start.isBefore(tomorrow) ? tomorrow : start;
    }

    private static InvoiceDraft draft(
            Subscriber subscriber,
            LocalDate issued,
            Function<UUID, PlanTerms> plans,
            UsedQuantities used,
            Row account) {
        Turn turn = Turn.of(subscriber, issued, plans, used);
        return InvoiceCalculator.draft(Issue.basis(
                Account.of(account, turn.plan().currency(), issued), turn.kind(), turn.charged(), turn.minimum()));
    }

    private static List<Row> used(Rows rows, Subscriber subscriber, Instant now) {
        List<Row> used = new ArrayList<>();
        for (Subscriber.Segment part : subscriber.parts()) {
            used.addAll(SubscriberRows.usedSoFar(
                    rows, subscriber.tenant(), part.days().start(), part.days().end(), now));
        }
        return used;
    }

    /** What is consumed goes on at the pace of its days; what is held stays. */
    private static UsedQuantities projected(List<Row> used, Subscriber subscriber, LocalDate until) {
        UsedQuantities projected = new UsedQuantities(used);
        for (Subscriber.Segment part : subscriber.parts()) {
            Period days = part.days();
            if (days.start().isBefore(until) && until.isBefore(days.end())) {
                BigDecimal more = Rounding.fraction(days.days(), new Period(days.start(), until).days());
                projected = projected.consumedTimes(more, subscriber.tenant(), days.start());
            }
        }
        return projected;
    }

    private static UsedQuantities nothing() {
        return new UsedQuantities(List.of());
    }
}
