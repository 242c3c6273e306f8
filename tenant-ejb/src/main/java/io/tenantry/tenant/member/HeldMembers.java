package io.tenantry.tenant.member;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.internal.sql.MemberStatements;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The members of the thread's tenant, held by one transaction at a time: no role changes between a rule that is checked
 * and the change it allows. What the caller is, is therefore read here again.
 */
final class HeldMembers {

    private final EntityManager entityManager;

    /** Without holding them: see {@link #hold}. */
    HeldMembers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    static HeldMembers hold(EntityManager entityManager) {
        MemberStatements.lock(entityManager);
        return new HeldMembers(entityManager);
    }

    /**
     * @param expected the version the client has seen, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    TenantUser load(UUID id, OptionalLong expected) {
        return Versions.load(entityManager, TenantUser.class, id, expected);
    }

    /** @throws ProblemException {@code conflict} for a caller who is no member, such as the platform's administrator */
    TenantUser caller() {
        return entityManager
                .createQuery("select u from TenantUser u where u.accountId = :account", TenantUser.class)
                .setParameter("account", Caller.current().accountId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict("tenant.no-member"));
    }

    /**
     * The platform's administrator may do what an owner may; a program, whoever made its key, what an admin may. Whoever
     * acts as somebody else has nothing to do with owners.
     */
    Role callerRole() {
        Role role = ownRole();
        return Caller.current().isImpersonated() && role == Role.OWNER ? Role.ADMIN : role;
    }

    private Role ownRole() {
        return switch (Caller.current().kind()) {
            case USER -> caller().role();
            case KEY -> Role.ADMIN;
            case PLATFORM, SYSTEM -> Role.OWNER;
        };
    }

    /** @throws ProblemException {@code conflict} if {@code member} is the only owner */
    void requireOwnerBesides(TenantUser member) {
        long others = entityManager
                .createQuery("select count(u) from TenantUser u where u.role = :owner and u.id <> :id", Long.class)
                .setParameter("owner", Role.OWNER.code())
                .setParameter("id", member.id())
                .getSingleResult();
        RoleRules.requireOwnerLeft(member.role(), others);
    }

    Account accountOf(TenantUser member) {
        return entityManager.find(Account.class, member.accountId());
    }

    /** As the activity log shows a member. */
    Map<String, Object> snapshot(TenantUser member) {
        return Map.of("email", accountOf(member).email(), "role", member.role().code());
    }
}
