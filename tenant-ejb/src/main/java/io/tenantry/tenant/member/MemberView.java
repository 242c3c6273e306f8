package io.tenantry.tenant.member;

import java.time.Instant;
import java.util.UUID;

/**
 * A member of a tenant as read.
 *
 * @param id of the membership, which is what the API names a member by; an account has another one in each tenant
 * @param accountId of the person, which is what the activity log names an actor by
 * @param role code of a built-in role, or id of an own one
 */
public record MemberView(
        UUID id, UUID accountId, String email, String displayName, String role, Instant createdAt, long version) {

    static MemberView of(TenantUser member, Account account) {
        return new MemberView(
                member.id(),
                account.id(),
                account.email(),
                account.displayName(),
                member.role().code(),
                member.createdAt(),
                member.version());
    }
}
