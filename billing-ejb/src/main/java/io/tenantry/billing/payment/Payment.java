package io.tenantry.billing.payment;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** Money that was received for an invoice. It stays as it was written. */
@Entity
@Table(name = "payment")
public class Payment extends TenantEntity {

    @Column(name = "invoice_id")
    private UUID invoiceId;

    private BigDecimal amount;
    private String currency;
    private String method;
    private String reference;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected Payment() {}

    Payment(UUID invoiceId, PaymentValues values, Instant receivedAt, Instant now) {
        super(Ids.next(), now);
        this.invoiceId = invoiceId;
        this.amount = values.amount().amount();
        this.currency = values.amount().currency().getCurrencyCode();
        this.method = values.method();
        this.reference = values.reference();
        this.receivedAt = receivedAt;
    }

    RecordedPayment view() {
        Money money = Rounding.toMoney(amount, Currency.getInstance(currency));
        return new RecordedPayment(id(), invoiceId, money, method, reference, receivedAt, createdAt(), version());
    }
}
