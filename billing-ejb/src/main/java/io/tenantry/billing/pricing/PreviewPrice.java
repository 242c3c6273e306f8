package io.tenantry.billing.pricing;

import io.tenantry.platform.money.Money;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Shows what something would cost, for anybody who asks: stores nothing and needs no tenant and no transaction.
 *
 * <p>A session bean because GlassFish and Payara reject an EJB module without one ("contains zero ejb").
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PreviewPrice {

    /** @see ChargeCalculator#price */
    public PricedCharge ofQuantity(Charge charge, BigDecimal quantity, Currency currency) {
        return ChargeCalculator.price(charge, quantity, currency);
    }

    /** @see Proration#of */
    public Prorated ofDays(Money amount, LocalDate periodStart, LocalDate periodEnd, LocalDate from, LocalDate to) {
        return Proration.of(amount, periodStart, periodEnd, from, to);
    }
}
