package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a tenant stands in its life. */
public enum TenantStatus {
    TRIAL("trial", true),
    ACTIVE("active", true),
    PAST_DUE("pastDue", true),
    SUSPENDED("suspended", false),
    CLOSING("closing", false),
    PURGING("purging", false);

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

    /**
     * @param reason why it is not open, as far as known
     * @throws ProblemException {@code tenant-suspended} unless its members may work in it
     */
    public void requireOpen(String reason) {
        if (!open) {
            throw ProblemException.of(ProblemType.TENANT_SUSPENDED, Map.of("reason", reason == null ? code : reason));
        }
    }

    public static TenantStatus of(String code) {
        return find(code).orElseThrow();
    }

    public static Optional<TenantStatus> find(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    /** All of them, for a person to read. */
    public static String codes() {
        return Arrays.stream(values()).map(TenantStatus::code).collect(Collectors.joining(", "));
    }
}
