/**
 * Daily jobs of all modules: when they fall due, which node runs them, and what became of it.
 *
 * <p>A job is a bean that implements {@link io.tenantry.tenant.job.DailyJob}.
 */
package io.tenantry.tenant.job;
