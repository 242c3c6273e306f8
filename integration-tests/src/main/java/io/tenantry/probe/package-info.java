/** Looks from inside, in tests only, where HTTP cannot see: other threads, transactions, pooled connections. */
package io.tenantry.probe;
