package io.tenantry.billing.pricing;

import jakarta.ejb.ApplicationException;

/** Input that cannot be priced: one member of the request and the rule it breaks. */
@ApplicationException(rollback = true)
public class InvalidPricing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String messageKey;

    public InvalidPricing(String pointer, String messageKey) {
        super(pointer + ": " + messageKey);
        this.pointer = pointer;
        this.messageKey = messageKey;
    }

    /** Returns the JSON Pointer (RFC 6901) of the member, from the root of the object that was being built. */
    public String pointer() {
        return pointer;
    }

    /** Returns the key of the text, without placeholders, in the bundle {@code messages/billing}. */
    public String messageKey() {
        return messageKey;
    }
}
