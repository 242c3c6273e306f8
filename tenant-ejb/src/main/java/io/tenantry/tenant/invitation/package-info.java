/** Inviting people by e-mail to become members, and accepting. */
package io.tenantry.tenant.invitation;
