package io.tenantry.tenant.domain;

import java.util.Arrays;

/** How far a tenant's domain is proven. */
public enum DomainStatus {
    /** Not yet. */
    PENDING("pending", false),
    VERIFIED("verified", true),
    /** The record was there and is gone: it is still the tenant's for a while. */
    FAILING("failing", true),
    /** The record was gone for too long. */
    LAPSED("lapsed", false);

    private final String code;
    private final boolean inForce;

    DomainStatus(String code, boolean inForce) {
        this.code = code;
        this.inForce = inForce;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    /** Whether the domain names its tenant in requests. */
    public boolean isInForce() {
        return inForce;
    }

    static DomainStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
