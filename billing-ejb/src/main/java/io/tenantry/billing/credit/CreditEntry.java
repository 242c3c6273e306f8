package io.tenantry.billing.credit;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.persistence.UuidConverter;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** An entry of the ledger: it stays as it was written, and the sum of all is what is left. */
@Entity
@Table(name = "credit_entry")
public class CreditEntry extends TenantEntity {

    @Column(name = "grant_id")
    private UUID grantId;

    @Enumerated(EnumType.STRING)
    private CreditEntryKind kind;

    private BigDecimal amount;

    @Column(name = "invoice_id")
    @Convert(converter = UuidConverter.class)
    private UUID invoiceId;

    private String actor;

    protected CreditEntry() {}

    /**
     * By the thread's caller.
     *
     * @param amount negative where credit becomes less
     * @param invoiceId {@code null} if it is about none
     */
    CreditEntry(CreditGrant grant, CreditEntryKind kind, Money amount, UUID invoiceId, Instant now) {
        super(Ids.next(), now);
        this.grantId = grant.id();
        this.kind = kind;
        this.amount = amount.amount();
        this.invoiceId = invoiceId;
        this.actor = Caller.current().name();
    }

    UUID grantId() {
        return grantId;
    }

    CreditEntryKind kind() {
        return kind;
    }

    BigDecimal amount() {
        return amount;
    }

    UUID invoiceId() {
        return invoiceId;
    }
}
