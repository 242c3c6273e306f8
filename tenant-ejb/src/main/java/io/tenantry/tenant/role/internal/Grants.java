package io.tenantry.tenant.role.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.RoleRules;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which permissions somebody may put into a role. */
public final class Grants {

    private Grants() {}

    /**
     * @param existing all permissions there are
     * @param held those of whoever makes or changes the role
     * @throws ProblemException {@code validation} for one that does not exist and for what only owners have;
     *     {@code forbidden} for one that is not held
     */
    public static SortedSet<String> granted(List<String> wanted, Set<String> existing, Set<String> held) {
        for (int i = 0; i < wanted.size(); i++) {
            requireGrantable("/permissions/" + i, wanted.get(i), existing);
        }
        SortedSet<String> granted = new TreeSet<>(wanted);
        RoleRules.requireWithin(held, granted);
        return granted;
    }

    private static void requireGrantable(String pointer, String permission, Set<String> existing) {
        if (permission == null || !existing.contains(permission)) {
            throw ProblemException.invalid(pointer, "validation.reference");
        }
        if (permission.equals(RoleRules.OWNERS_WRITE)) {
            throw ProblemException.invalid(pointer, "tenant.role-permission-withheld");
        }
    }
}
