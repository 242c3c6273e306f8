/** Signing in by an identity provider of the operator's instead of the built-in one. */
package io.tenantry.tenant.identity;
