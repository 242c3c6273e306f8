package io.tenantry.tenant.member;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.internal.sql.MemberStatements;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/**
 * The members of the thread's tenant, held by one transaction at a time: no role changes between a rule that is checked
 * and the change it allows. What the caller is, is therefore read here again.
 */
final class HeldMembers {

    private final EntityManager entityManager;
    private final RoleMeanings meanings;

    /** Without holding them: see {@link #hold}. */
    HeldMembers(EntityManager entityManager, RoleMeanings meanings) {
        this.entityManager = entityManager;
        this.meanings = meanings;
    }

    static HeldMembers hold(EntityManager entityManager, RoleMeanings meanings) {
        MemberStatements.lock(entityManager);
        return new HeldMembers(entityManager, meanings);
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
     * What the caller may do: a member by the role of now, anybody else, such as a program, the platform's administrator
     * or who acts as a member, by what the request was let in with.
     */
    Set<String> callerPermissions(Set<String> verified) {
        Caller caller = Caller.current();
        boolean oneself = caller.kind() == Caller.Kind.USER && !caller.isImpersonated();
        return oneself ? permissions(caller()) : verified;
    }

    SortedSet<String> permissions(TenantUser member) {
        return meanings.of(member.role()).orElseThrow();
    }

    /** @throws ProblemException {@code validation} for an own role that the tenant does not have */
    SortedSet<String> permissions(MemberRole wanted) {
        return meanings.of(wanted).orElseThrow(() -> ProblemException.invalid("/role", "validation.reference"));
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
