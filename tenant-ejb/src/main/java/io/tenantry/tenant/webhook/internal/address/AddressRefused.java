package io.tenantry.tenant.webhook.internal.address;

import java.net.UnknownHostException;

/** A host has no address, or one that nothing is sent to; which of the two is nobody's business. */
public class AddressRefused extends UnknownHostException {

    AddressRefused(String host) {
        super(host);
    }
}
