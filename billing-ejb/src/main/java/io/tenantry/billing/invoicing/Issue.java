package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Account;
import io.tenantry.billing.invoicing.internal.Grant;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An invoice that is ready to be written, but for its number.
 *
 * @param day on which it is issued
 * @param usage that it prices
 * @param late usage that it settles
 * @param corrects the invoice that it takes something off, or {@code null}
 */
public record Issue(
        UUID id,
        Account account,
        InvoiceKind kind,
        String occasion,
        UUID plan,
        Period period,
        InvoiceDraft draft,
        LocalDate day,
        Instant at,
        List<Part> usage,
        List<UUID> late,
        UUID corrects) {

    /** Usage that was priced, in words of the database. */
    public record Part(
            String resource,
            UUID plan,
            Period days,
            long cycleDays,
            BigDecimal used,
            BigDecimal included,
            Money amount) {}

    /** Credit that is used for it. */
    public record Applied(UUID grant, Money amount) {}

    static Issue of(Turn turn, Account account, LocalDate day, Instant at) {
        InvoiceBasis basis = basis(account, turn.kind(), turn.charged(), turn.minimum());
        return new Issue(
                Ids.next(),
                account,
                turn.kind(),
                // one that was suspended may have its base price invoiced after the usage of the period before
                turn.endsPeriod() || turn.isLast() ? "" : "base",
                turn.plan().id(),
                turn.period(),
                InvoiceCalculator.draft(basis),
                day,
                at,
                turn.usage().stream().map(priced -> part(priced, basis)).toList(),
                turn.settled(),
                null);
    }

    /** What discounts are for an invoice of a period; a change within it takes its percentage, and does not count. */
    static InvoiceBasis basis(Account account, InvoiceKind kind, List<Charged> charged, Money minimum) {
        List<Discount> discounts = account.discounts().stream()
                .filter(discount -> kind.isOfPeriod() || discount instanceof Discount.Percentage)
                .toList();
        return new InvoiceBasis(account.currency(), charged, minimum, discounts, account.taxation(), account.credit());
    }

    /** Whether there is an invoice; what is only carried to the credit makes none. */
    public boolean isInvoice() {
        return corrects != null || !draft.isEmpty();
    }

    /** Why there is credit of what is less than nothing, as the tenant reads it. */
    public String reasonOfCredit() {
        return corrects == null
                ? Texts.resolve(Text.of("billing.credit.unused"), account.language())
                : draft.lines().get(0).description().in(account.language());
    }

    /** Discounts of which one invoice is used up. */
    public List<UUID> discounts() {
        return isInvoice() && kind.isOfPeriod() ? draft.discounts() : List.of();
    }

    /** The credit that is applied, from the grants in their order. */
    public List<Applied> applied() {
        List<Applied> applied = new ArrayList<>();
        Money left = draft.creditApplied();
        for (Grant grant : account.grants()) {
            Money part = grant.remaining().compareTo(left) > 0 ? left : grant.remaining();
            if (!part.isZero()) {
                applied.add(new Applied(grant.id(), part));
                left = left.minus(part);
            }
        }
        return applied;
    }

    private static Part part(PricedUsage priced, InvoiceBasis basis) {
        Charged.Usage usage = priced.usage();
        return new Part(
                usage.resource(),
                priced.plan(),
                usage.period(),
                usage.cycle().days(),
                usage.used(),
                usage.included(),
                priced.amount(basis.currency()));
    }
}
