/** What clients may rely on, asked of the running product over HTTP alone. */
package io.tenantry.it;
