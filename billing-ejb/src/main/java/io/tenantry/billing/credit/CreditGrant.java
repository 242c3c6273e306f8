package io.tenantry.billing.credit;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** Credit that a tenant was given, and what is left of it. */
@Entity
@Table(name = "credit_grant")
public class CreditGrant extends TenantEntity {

    private String currency;
    private BigDecimal amount;
    private BigDecimal remaining;

    @Enumerated(EnumType.STRING)
    private CreditSource source;

    private String reason;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    protected CreditGrant() {}

    CreditGrant(Money amount, CreditSource source, String reason, LocalDate expiresOn, Instant now) {
        super(Ids.next(), now);
        this.currency = amount.currency().getCurrencyCode();
        this.amount = amount.amount();
        this.remaining = amount.amount();
        this.source = source;
        this.reason = reason;
        this.expiresOn = expiresOn;
    }

    public Money amount() {
        return money(amount);
    }

    CreditLeft left() {
        return new CreditLeft(id(), expiresOn, createdAt(), money(remaining));
    }

    /** @throws IllegalArgumentException if there is not so much left */
    void take(Money taken) {
        Money rest = money(remaining).minus(taken);
        if (rest.isNegative()) {
            throw new IllegalArgumentException("more than is left of the grant");
        }
        remaining = rest.amount();
    }

    CreditSource source() {
        return source;
    }

    String reason() {
        return reason;
    }

    GrantedCredit view() {
        return new GrantedCredit(id(), amount(), money(remaining), source, reason, expiresOn, createdAt(), version());
    }

    /** An amount of this grant's currency. */
    Money money(BigDecimal value) {
        return Rounding.toMoney(value, Currency.getInstance(currency));
    }
}
