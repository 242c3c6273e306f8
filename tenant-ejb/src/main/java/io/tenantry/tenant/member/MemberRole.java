package io.tenantry.tenant.member;

import io.tenantry.platform.id.Ids;
import java.util.Optional;

/** What a member is in a tenant: one of the built-in roles, or one the tenant has made. */
public sealed interface MemberRole permits Role, OwnRole {

    /** As the API and the database write it: a built-in role by its name, an own role by its id. */
    String code();

    /** The role that {@code code} names; whether an own role exists is not looked up. */
    static Optional<MemberRole> find(String code) {
        return Role.find(code)
                .<MemberRole>map(role -> role)
                .or(() -> Ids.parse(code).map(OwnRole::new));
    }

    static MemberRole of(String code) {
        return find(code).orElseThrow();
    }
}
