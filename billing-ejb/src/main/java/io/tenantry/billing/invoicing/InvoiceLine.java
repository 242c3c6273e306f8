package io.tenantry.billing.invoicing;

import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.json.Jsonp;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A line of an invoice, net. Taxes are not among the lines but in {@link Invoice#taxes()}. */
@Entity
@Table(name = "invoice_line")
public class InvoiceLine extends TenantEntity {

    @Column(name = "invoice_id")
    private UUID invoiceId;

    private int position;
    private String kind;

    @Column(name = "text_key")
    private String textKey;

    @Column(name = "text_args")
    private String textArgs;

    private String resource;
    private BigDecimal quantity;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private BigDecimal amount;
    private LocalDate starts;
    private LocalDate ends;
    private String steps;

    protected InvoiceLine() {}

    public UUID invoiceId() {
        return invoiceId;
    }

    /** From 0, in the order of the invoice. */
    public int position() {
        return position;
    }

    public LineKind kind() {
        return LineKind.of(kind);
    }

    public Description description() {
        return new Description(
                textKey,
                Jsonp.read(textArgs).asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList());
    }

    /** Whose usage it is. */
    public Optional<String> resource() {
        return Optional.ofNullable(resource);
    }

    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    public Optional<BigDecimal> unitPrice() {
        return Optional.ofNullable(unitPrice);
    }

    /** In the invoice's currency, not yet in its decimals. */
    public BigDecimal amount() {
        return amount;
    }

    public Optional<Period> period() {
        return starts == null ? Optional.empty() : Optional.of(new Period(starts, ends));
    }

    /** JSON: {@code [{key, args, quantity, unitPrice, flatFee, amount}]}, how an overage comes about. */
    public Optional<String> steps() {
        return Optional.ofNullable(steps);
    }
}
