package io.tenantry.tenant.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The built-in roles. Each may do what the ones after it may. */
public enum Role implements MemberRole {
    OWNER,
    ADMIN,
    OPERATOR,
    VIEWER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return find(code).orElseThrow();
    }

    /** The role a client names, if there is one. */
    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** All codes, for people. */
    public static String codes() {
        return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
    }

    /** Whether this role includes {@code least}. */
    public boolean includes(Role least) {
        return ordinal() <= least.ordinal();
    }
}
