package io.tenantry.billing.pricing;

import io.tenantry.platform.money.Money;
import java.math.BigDecimal;

/**
 * The price of some days of a period.
 *
 * @param billedDays days that are paid for, 0 to {@code periodDays}
 * @param periodDays days of the whole period, at least 1
 * @param fraction {@code billedDays / periodDays} with nine decimals, half up
 * @param amount price of the period times the fraction, rounded once
 */
public record Prorated(long billedDays, long periodDays, BigDecimal fraction, Money amount) {}
