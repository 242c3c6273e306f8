package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Account;
import io.tenantry.billing.invoicing.internal.BrokenRule;
import io.tenantry.billing.invoicing.internal.PlanTerms;
import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.billing.invoicing.internal.Subscriber;
import io.tenantry.billing.invoicing.internal.UsedQuantities;
import io.tenantry.billing.invoicing.internal.sql.HeldRows;
import io.tenantry.billing.invoicing.internal.sql.InvoiceRows;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.billing.invoicing.internal.sql.SubscriberRows;
import io.tenantry.billing.invoicing.internal.sql.TurnRows;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the turn of some tenants, whose subscriptions the transaction has locked: reads all, calculates, writes all. */
final class Turns {

    private final Rows rows;
    private final LocalDate day;
    private final Instant at;
    private final Map<UUID, Row> plans = new HashMap<>();
    private final Map<UUID, PlanTerms> terms = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<JobFailure> failures = new ArrayList<>();

    /** @param day that has begun, and on which invoices are issued */
    Turns(Rows rows, LocalDate day, Instant at) {
        this.rows = rows;
        this.day = day;
        this.at = at;
    }

    /** How many have moved on. */
    int done() {
        return turns.size();
    }

    /** Those who have not, each by the rule that its data breaks. */
    List<JobFailure> failures() {
        return failures;
    }

    void take(List<UUID> tenants, String seller, int dueDays) {
        HeldRows.closePeriods(rows, tenants);
        HeldRows.lockCredit(rows, tenants);
        List<Subscriber> subscribers = subscribers(tenants);
        UsedQuantities used = used(subscribers);
        Map<UUID, Row> accounts = SubscriberRows.accounts(rows, tenants, day).stream()
                .collect(Collectors.toMap(row -> row.id("tenant"), row -> row));
        for (Subscriber subscriber : subscribers) {
            calculate(subscriber, used, accounts.get(subscriber.tenant()));
        }
        if (!turns.isEmpty()) {
            TurnRows.advance(rows, turns.stream().map(Turns::next).toList(), at);
            new InvoiceRows(rows, "system").write(issues, seller, dueDays, true);
        }
    }

    private List<Subscriber> subscribers(List<UUID> tenants) {
        List<Subscriber> subscribers = SubscriberRows.subscribers(rows, tenants).stream()
                .map(this::subscriber)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> needed = subscribers.stream().flatMap(s -> s.plans().stream()).collect(Collectors.toSet());
        SubscriberRows.plans(rows, needed).forEach(row -> plans.put(row.id("id"), row));
        return subscribers;
    }

    /** {@code null} where it cannot be read. */
    private Subscriber subscriber(Row row) {
        try {
            return Subscriber.of(row);
        } catch (RuntimeException broken) {
            fail(row.id("tenant"), broken);
            return null;
        }
    }

    private UsedQuantities used(List<Subscriber> subscribers) {
        List<UUID> tenants = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        for (Subscriber subscriber : subscribers) {
            for (Subscriber.Segment part : subscriber.parts()) {
                tenants.add(subscriber.tenant());
                starts.add(part.days().start());
                ends.add(part.days().end());
            }
        }
        return new UsedQuantities(SubscriberRows.used(rows, tenants, starts, ends));
    }

    private void calculate(Subscriber subscriber, UsedQuantities used, Row account) {
        try {
            Turn turn = Turn.of(subscriber, day, this::terms, used);
            Issue issue = Issue.of(turn, Account.of(account, turn.plan().currency(), day), day, at);
            turns.add(turn);
            issues.add(issue);
        } catch (RuntimeException broken) {
            fail(subscriber.tenant(), broken);
        }
    }

    private void fail(UUID tenant, RuntimeException broken) {
        failures.add(new JobFailure(new TenantId(tenant), BrokenRule.nameOf(broken)));
    }

    private PlanTerms terms(UUID plan) {
        return terms.computeIfAbsent(plan, id -> PlanTerms.of(plans.get(id)));
    }

    private static TurnRows.Next next(Turn turn) {
        Subscriber subscriber = turn.subscriber();
        boolean ended = turn.endsPeriod();
        return new TurnRows.Next(
                subscriber.tenant(),
                turn.opened(),
                ended,
                ended ? turn.opened().start() : subscriber.segmentStart(),
                turn.anchor(),
                turn.baseUntil(),
                turn.plan().id(),
                !turn.plan().id().equals(subscriber.plan()),
                turn.isLast());
    }
}
