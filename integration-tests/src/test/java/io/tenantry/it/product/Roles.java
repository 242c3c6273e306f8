package io.tenantry.it.product;

import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;

/** Roles that a tenant makes itself. */
public final class Roles {

    public static final String ROLES = "/api/roles";

    private Roles() {}

    public static Map<String, Object> values(String name, String... permissions) {
        return Json.object("name", name, "permissions", List.of(permissions));
    }

    /** A new role, the answer to its creation. */
    public static Answer create(Api api, String... permissions) {
        return api.post(ROLES, values("Role " + Tenants.unique(), permissions)).expect(201);
    }

    /** A new member with a new role. */
    public static Member member(Tenant tenant, String... permissions) {
        Answer role = create(tenant.owner(), permissions);
        Member member = Members.add(tenant, "viewer");
        tenant.owner().patch(member.path(), Json.object("role", role.id())).expect(200);
        return member;
    }

    public static String at(Answer role) {
        return ROLES + "/" + role.id();
    }
}
