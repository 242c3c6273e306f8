package io.tenantry.tenant.email;

/**
 * A tenant's e-mail settings as read.
 *
 * @param senderVerified whether {@code senderAddress} is used; until then e-mail comes from the platform's address
 * @param version 0 while nothing was ever set
 */
public record EmailSettingsView(
        String senderName, String senderAddress, boolean senderVerified, String replyTo, String footer, long version) {}
