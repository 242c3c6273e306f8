package io.tenantry.it.product;

import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;

/** What the administrator of the platform, signed in once, does with tenants. */
public record Lifecycle(Api platform) {

    public static final String TENANTS = "/api/admin/tenants";
    public static final String PURGES = "/api/admin/purges";

    public static Lifecycle signIn() {
        return new Lifecycle(Tenants.platform());
    }

    public static String at(Tenant tenant) {
        return TENANTS + "/" + tenant.id();
    }

    public static Map<String, Object> closing(Tenant tenant, String reason) {
        return Json.object("reason", reason, "confirm", tenant.slug());
    }

    public Answer suspend(Tenant tenant, String reason) {
        return platform.post(at(tenant) + "/suspend", Json.object("reason", reason));
    }

    public Answer resume(Tenant tenant) {
        return platform.post(at(tenant) + "/resume");
    }

    public Answer close(Tenant tenant, String reason) {
        return platform.post(at(tenant) + "/close", closing(tenant, reason));
    }

    public Answer purge(Tenant tenant) {
        return platform.post(at(tenant) + "/purge", Json.object("confirm", tenant.slug()));
    }
}
