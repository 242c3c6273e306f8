package io.tenantry.it.product;

import io.tenantry.it.product.Tenants.Tenant;

/** Members of a tenant that was made for one test. */
public final class Members {

    public static final String USERS = "/api/users";

    /** A membership, and the account that is signed in to its tenant. */
    public record Member(String id, String email, Session session) {

        public Api api() {
            return session.api();
        }

        /** Where the API has it. */
        public String path() {
            return USERS + "/" + id;
        }
    }

    private Members() {}

    /** A new account as a member. */
    public static Member add(Tenant tenant, String role) {
        String email = role + "-" + Tenants.unique() + "@" + tenant.slug() + ".test";
        ProductDatabase.addAccount(email, tenant.email());
        String id = ProductDatabase.addMember(tenant.id(), email, role);
        return new Member(id, email, Session.login(email, Tenants.OWNER_PASSWORD, tenant.slug()));
    }

    /** The one who came with the tenant. */
    public static Member owner(Tenant tenant) {
        String id = tenant.owner()
                .get(USERS + "?role=owner&sort=createdAt")
                .expect(200)
                .each("id")
                .get(0);
        return new Member(id, tenant.email(), Session.login(tenant.email(), Tenants.OWNER_PASSWORD, tenant.slug()));
    }
}
