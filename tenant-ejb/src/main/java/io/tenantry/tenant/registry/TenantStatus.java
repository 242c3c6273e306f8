package io.tenantry.tenant.registry;

import java.util.Arrays;

/** Where a tenant stands in its life. */
public enum TenantStatus {
    TRIAL("trial", true),
    ACTIVE("active", true),
    PAST_DUE("pastDue", true),
    SUSPENDED("suspended", false),
    CLOSING("closing", false);

    private final String code;
    private final boolean open;

    TenantStatus(String code, boolean open) {
        this.code = code;
        this.open = open;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    /** Whether its members may work in it. */
    public boolean isOpen() {
        return open;
    }

    public static TenantStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
