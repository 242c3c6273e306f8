package io.tenantry.tenant.usage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was used of a resource on a day, or in a calendar month.
 *
 * @param end exclusive
 * @param quantity consumed, or held at the end
 * @param peak of what is held: the most; {@code null} for what is consumed
 * @param average of what is held, over time; {@code null} for what is consumed
 */
public record UsageSpan(LocalDate start, LocalDate end, BigDecimal quantity, BigDecimal peak, BigDecimal average) {}
