package io.tenantry.tenant.member;

import java.util.Optional;
import java.util.SortedSet;

/** What the roles of the thread's tenant may do. */
public interface RoleMeanings {

    /** The permissions of a role; empty for an own role that the tenant does not have. */
    Optional<SortedSet<String>> of(MemberRole role);
}
