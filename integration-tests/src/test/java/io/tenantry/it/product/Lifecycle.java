package io.tenantry.it.product;

import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;

/** What the administrator of the platform does with a tenant. */
public final class Lifecycle {

    public static final String TENANTS = "/api/admin/tenants";
    public static final String PURGES = "/api/admin/purges";

    private Lifecycle() {}

    public static String at(Tenant tenant) {
        return TENANTS + "/" + tenant.id();
    }

    public static Answer suspend(Tenant tenant, String reason) {
        return Tenants.platform().post(at(tenant) + "/suspend", Json.object("reason", reason));
    }

    public static Answer resume(Tenant tenant) {
        return Tenants.platform().post(at(tenant) + "/resume");
    }

    public static Answer close(Tenant tenant, String reason) {
        return Tenants.platform().post(at(tenant) + "/close", closing(tenant, reason));
    }

    public static Map<String, Object> closing(Tenant tenant, String reason) {
        return Json.object("reason", reason, "confirm", tenant.slug());
    }

    public static Answer purge(Tenant tenant) {
        return Tenants.platform().post(at(tenant) + "/purge", Json.object("confirm", tenant.slug()));
    }
}
