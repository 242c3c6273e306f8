package io.tenantry.billing.invoicing;

import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.persistence.UuidConverter;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice. {@link IssueInvoice} and the invoice run write it; from then on it says what it said, and only what has been
 * settled of it changes.
 */
@Entity
@Table(name = "invoice")
public class Invoice extends TenantEntity {

    private String kind;
    private String status;
    private String number;
    private String currency;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "period_start")
    private LocalDate periodStart;

    @Column(name = "period_end")
    private LocalDate periodEnd;

    private BigDecimal subtotal;
    private BigDecimal tax;
    private BigDecimal total;

    @Column(name = "credit_applied")
    private BigDecimal creditApplied;

    @Column(name = "amount_paid")
    private BigDecimal amountPaid;

    private BigDecimal credited;
    private String taxes;
    private String seller;
    private String buyer;

    @Column(name = "corrects_id")
    @Convert(converter = UuidConverter.class)
    private UUID correctsId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected Invoice() {}

    public InvoiceKind kind() {
        return InvoiceKind.of(kind);
    }

    public InvoiceStatus status() {
        return InvoiceStatus.of(status);
    }

    public String number() {
        return number;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public UUID planId() {
        return planId;
    }

    public Period period() {
        return new Period(periodStart, periodEnd);
    }

    /** Net. */
    public Money subtotal() {
        return money(subtotal);
    }

    public Money tax() {
        return money(tax);
    }

    public Money total() {
        return money(total);
    }

    public Money creditApplied() {
        return money(creditApplied);
    }

    public Money amountPaid() {
        return money(amountPaid);
    }

    /** What credit notes have taken off the amount due. */
    public Money credited() {
        return money(credited);
    }

    /** What is still to be paid; nothing for one that is void, and for a credit note. */
    public Money amountDue() {
        Money due = total().minus(creditApplied()).minus(amountPaid()).minus(credited());
        boolean settled = status() == InvoiceStatus.voided || kind() == InvoiceKind.CREDIT_NOTE;
        return settled || due.isNegative() ? Money.zero(currency()) : due;
    }

    /** JSON: {@code [{name, percent, treatment, net, tax}]}; a group of zero tax says why there is none. */
    public String taxes() {
        return taxes;
    }

    /** JSON: {@code {name, street, postalCode, city, region, country, email, taxId}}, as it was on that day. */
    public String seller() {
        return seller;
    }

    /** JSON, with the members of {@link #seller()}; those that are not known are left out. */
    public String buyer() {
        return buyer;
    }

    /** The invoice that this credit note is about. */
    public Optional<UUID> correctsId() {
        return Optional.ofNullable(correctsId);
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Local day of the tenant. */
    public LocalDate issuedOn() {
        return issuedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** When nothing was due any more. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    /**
     * Notes what was received; when nothing is left to pay, it is paid.
     *
     * @throws IllegalStateException unless it is open or was given up
     */
    public void pay(Money amount, Instant at) {
        requireStatus(status() == InvoiceStatus.open || status() == InvoiceStatus.uncollectible);
        amountPaid = amountPaid().plus(amount).amount();
        settleIfNothingIsDue(at);
    }

    /** @throws IllegalStateException unless it is open */
    public void giveUp() {
        requireStatus(status() == InvoiceStatus.open);
        status = InvoiceStatus.uncollectible.code();
    }

    /** Takes what a credit note says off the amount due, which is at least that much. */
    void credit(Money amount, Instant at) {
        credited = credited().plus(amount).amount();
        settleIfNothingIsDue(at);
    }

    void makeVoid(Instant at) {
        status = InvoiceStatus.voided.code();
        settledAt = at;
    }

    private void settleIfNothingIsDue(Instant at) {
        if (amountDue().isZero()) {
            status = InvoiceStatus.paid.code();
            settledAt = at;
        }
    }

    private static void requireStatus(boolean right) {
        if (!right) {
            throw new IllegalStateException("not in this status");
        }
    }

    private Money money(BigDecimal amount) {
        return Rounding.toMoney(amount, currency());
    }
}
