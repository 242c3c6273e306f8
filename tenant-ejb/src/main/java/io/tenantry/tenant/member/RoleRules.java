package io.tenantry.tenant.member;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import java.util.List;
import java.util.Map;

/** Who may make whom what, and that somebody always owns the tenant. */
final class RoleRules {

    private RoleRules() {}

    /**
     * Nobody changes, removes or makes a member who stands above them: only an owner has to do with owners.
     *
     * @throws ProblemException {@code forbidden}
     */
    static void requireWithin(Role caller, Role touched) {
        if (!caller.includes(touched)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    Text.of("tenant.role-above-own"),
                    List.of(),
                    Map.of("permission", "owners:write"));
        }
    }

    /** @throws ProblemException {@code conflict} if an owner ceases to be one and there is no other */
    static void requireOwnerLeft(Role before, long otherOwners) {
        if (before == Role.OWNER && otherOwners == 0) {
            throw ProblemException.conflict("tenant.last-owner");
        }
    }
}
