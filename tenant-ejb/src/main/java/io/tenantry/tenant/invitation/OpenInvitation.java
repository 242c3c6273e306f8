package io.tenantry.tenant.invitation;

/**
 * What whoever has the link may know.
 *
 * @param organization name of the tenant
 * @param newAccount whether nobody has an account with the address yet; otherwise one signs in to accept
 */
public record OpenInvitation(String organization, boolean newAccount) {}
