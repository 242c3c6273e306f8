/** Who is billed: language, time zone and currency of the thread's tenant. */
package io.tenantry.billing.customer;
