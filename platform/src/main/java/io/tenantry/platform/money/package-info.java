/**
 * Amounts of money with exactly the decimals of their currency, and the one class that rounds to them.
 * Nothing here knows a price, a plan or a tenant.
 */
package io.tenantry.platform.money;
