package io.tenantry.it.product;

import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;

/** Administrators of the platform who act as somebody in a tenant. */
public final class Impersonations {

    public static final String EXCHANGE = "/api/auth/impersonation";
    public static final String END = EXCHANGE + "/end";
    public static final String REASON = "Ticket 4711";

    private Impersonations() {}

    public static String path(Tenant tenant) {
        return "/api/admin/tenants/" + tenant.id() + "/impersonate";
    }

    /** A hand-over token for the role of an owner. */
    public static String handOver(Api platform, Tenant tenant) {
        return platform.post(path(tenant), Json.object("reason", REASON))
                .expect(200)
                .text("token");
    }

    /** A hand-over token for a member. */
    public static String handOver(Api platform, Tenant tenant, Member member) {
        return platform.post(path(tenant), asMember(tenant, member)).expect(200).text("token");
    }

    public static Map<String, Object> asMember(Tenant tenant, Member member) {
        String account = tenant.owner().get(member.path()).expect(200).text("accountId");
        return Json.object("reason", REASON, "accountId", account);
    }

    public static Answer exchange(String token) {
        return Api.anonymous().post(EXCHANGE, Json.object("token", token));
    }

    public static Session begin(String token) {
        return Session.of(exchange(token).expect(200));
    }
}
