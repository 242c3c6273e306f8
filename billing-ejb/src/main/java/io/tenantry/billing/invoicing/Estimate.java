package io.tenantry.billing.invoicing;

import io.tenantry.billing.subscription.Period;
import java.time.LocalDate;

/**
 * What the next invoice would be.
 *
 * @param period that it would close
 * @param day on which it would be issued
 * @param current if the period ended with what has been used so far
 * @param projected if it went on to its end as it has been until now
 */
public record Estimate(Period period, LocalDate day, InvoiceDraft current, InvoiceDraft projected) {}
