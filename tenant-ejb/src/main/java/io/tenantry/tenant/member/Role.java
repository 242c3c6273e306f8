package io.tenantry.tenant.member;

import java.util.Arrays;
import java.util.Locale;

/** What a member is in a tenant. Each role may do what the ones after it may. */
public enum Role {
    OWNER,
    ADMIN,
    OPERATOR,
    VIEWER;

    /** As the API and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Whether this role includes {@code least}. */
    public boolean includes(Role least) {
        return ordinal() <= least.ordinal();
    }
}
