package io.tenantry.it.product;

import java.util.Map;

/** Signing up, and what its e-mail's link leads to. */
public final class Signups {

    public static final String PASSWORD = "a password of one's own";

    private Signups() {}

    public static Map<String, Object> wanted(String slug, String email) {
        return Json.object(
                "organization",
                "Founded " + slug,
                "slug",
                slug,
                "plan",
                "professional",
                "displayName",
                "Founder",
                "email",
                email,
                "password",
                PASSWORD);
    }

    public static Answer signUp(String slug, String email) {
        return Api.anonymous().post("/api/signup", wanted(slug, email));
    }

    public static Answer prove(String token) {
        return Api.anonymous().post("/api/auth/email/verify", Json.object("token", token));
    }

    public static String newSlug() {
        return "su-" + Tenants.unique();
    }
}
