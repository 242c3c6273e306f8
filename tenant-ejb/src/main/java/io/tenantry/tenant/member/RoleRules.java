package io.tenantry.tenant.member;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who may make whom what, and that somebody always owns the tenant. */
public final class RoleRules {

    /** What only owners have. It is in no role that a tenant makes. */
    public static final String OWNERS_WRITE = "owners:write";

    private RoleRules() {}

    /**
     * Nobody gives, takes or changes a role that may do anything they may not: so nobody comes to more than they have,
     * and only an owner has to do with owners.
     *
     * @throws ProblemException {@code forbidden} with a permission that is missing
     */
    public static void requireWithin(Set<String> held, Set<String> touched) {
        SortedSet<String> missing = new TreeSet<>(touched);
        missing.removeAll(held);
        if (missing.contains(OWNERS_WRITE)) {
            throw refusal("tenant.role-above-own", OWNERS_WRITE);
        }
        if (!missing.isEmpty()) {
            throw refusal("tenant.role-beyond-own", missing.first());
        }
    }

    /** @throws ProblemException {@code conflict} if an owner ceases to be one and there is no other */
    static void requireOwnerLeft(MemberRole before, long otherOwners) {
        if (before == Role.OWNER && otherOwners == 0) {
            throw ProblemException.conflict("tenant.last-owner");
        }
    }

    private static ProblemException refusal(String text, String permission) {
        return new ProblemException(ProblemType.FORBIDDEN, Text.of(text), List.of(), Map.of("permission", permission));
    }
}
