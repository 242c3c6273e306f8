package io.tenantry.billing.discount.internal;

import io.tenantry.billing.discount.Reduction;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;

/** The columns that coupons and discounts have in common. */
@Embeddable
public class StoredReduction {

    private String name;
    private BigDecimal percent;
    private BigDecimal amount;
    private String currency;
    private Integer periods;

    protected StoredReduction() {}

    public StoredReduction(Reduction reduction) {
        this.name = reduction.name();
        this.percent = reduction.percent();
        this.periods = reduction.periods();
        if (reduction.amount() != null) {
            this.amount = reduction.amount().amount();
            this.currency = reduction.amount().currency().getCurrencyCode();
        }
    }

    public String name() {
        return name;
    }

    /** Invoices it (still) reduces, {@code null} for all. */
    public Integer periods() {
        return periods;
    }

    public BigDecimal percent() {
        return percent == null
                ? null
                : new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }

    public Money amount() {
        return amount == null ? null : Rounding.toMoney(amount, Currency.getInstance(currency));
    }
}
