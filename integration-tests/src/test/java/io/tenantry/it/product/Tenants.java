package io.tenantry.it.product;

import java.util.UUID;

/** Tenants made for one test, and the accounts of the demonstration data. */
public final class Tenants {

    public static final String PASSWORD = "tenantry-demo";
    public static final String OWNER_PASSWORD = "correct horse battery staple";

    /** A tenant nobody else uses, with its owner signed in. */
    public record Tenant(String id, String slug, String email, Api owner) {}

    private Tenants() {}

    /** The operator of the platform, in no tenant. */
    public static Api platform() {
        return Api.signIn("admin@tenantry.test", PASSWORD);
    }

    public static Api demo(String email) {
        return Api.signIn(email, PASSWORD);
    }

    public static Tenant starter() {
        return create("starter");
    }

    public static Tenant professional() {
        return create("professional");
    }

    /** On the plan {@code professional}, with a name of its own. */
    public static Tenant named(String name) {
        return create("professional", "it-" + unique(), name);
    }

    public static Tenant enterprise() {
        return create("enterprise");
    }

    /** On the plan {@code professional}, in its trial. */
    public static Tenant inTrial() {
        String slug = "it-" + unique();
        return create("professional", slug, "Tenant " + slug, true);
    }

    private static Tenant create(String plan) {
        String slug = "it-" + unique();
        return create(plan, slug, "Tenant " + slug);
    }

    private static Tenant create(String plan, String slug, String name) {
        return create(plan, slug, name, false);
    }

    private static Tenant create(String plan, String slug, String name, boolean trial) {
        String email = "owner@" + slug + ".test";
        Answer created = platform()
                .post(
                        "/api/admin/tenants",
                        Json.object(
                                "slug",
                                slug,
                                "name",
                                name,
                                "plan",
                                plan,
                                "trial",
                                trial,
                                "owner",
                                Json.object(
                                        "email", email,
                                        "displayName", "Owner of " + slug,
                                        "password", OWNER_PASSWORD)))
                .expect(201);
        return new Tenant(created.id(), slug, email, Api.signIn(email, OWNER_PASSWORD));
    }

    /** Text that no earlier run has used. */
    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
