package io.tenantry.it.product;

import java.util.Map;

/** Invitations and what their links carry. */
public final class Invitations {

    public static final String INVITATIONS = "/api/users/invitations";

    private Invitations() {}

    /** An address nobody has used. */
    public static String newAddress() {
        return "invited-" + Tenants.unique() + "@example.test";
    }

    public static Answer invite(Api inviter, String email, String role) {
        return inviter.post(INVITATIONS, Json.object("email", email, "role", role));
    }

    /** The secret in the next e-mail to an address. */
    public static String awaitToken(String email) {
        return Mailbox.awaitMessageTo(email).link().getFragment().substring("token=".length());
    }

    public static Answer accept(Api caller, String token) {
        return caller.post(INVITATIONS + "/accept", Json.object("token", token));
    }

    /** As somebody who has no account yet. */
    public static Answer acceptAsNew(String token) {
        return Api.anonymous().post(INVITATIONS + "/accept", newAccount(token));
    }

    public static Map<String, Object> newAccount(String token) {
        return Json.object("token", token, "displayName", "Newcomer", "password", Tenants.OWNER_PASSWORD);
    }
}
