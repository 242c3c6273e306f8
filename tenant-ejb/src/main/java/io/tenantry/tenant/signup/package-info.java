/** Signing up: an organization and its first owner, once the owner's e-mail address is proven. */
package io.tenantry.tenant.signup;
