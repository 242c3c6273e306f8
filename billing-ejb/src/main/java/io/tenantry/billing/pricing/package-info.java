/**
 * What a quantity costs and what a part of a period costs: pure functions of their arguments.
 * Previews, estimates and invoices all price here, which is why they agree to the cent.
 */
package io.tenantry.billing.pricing;
