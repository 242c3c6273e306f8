package io.tenantry.tenant.email;

/** Knows domains that tenants have proven to be theirs; any bean of this type adds to what the others know. */
public interface SenderDomains {

    /** @param domain in lower case; asked for the thread's tenant */
    boolean isVerified(String domain);
}
