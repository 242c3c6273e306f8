package io.tenantry.tenant.member;

import java.util.UUID;

/** A role that the tenant has made, by its id. */
public record OwnRole(UUID id) implements MemberRole {

    @Override
    public String code() {
        return id.toString();
    }
}
