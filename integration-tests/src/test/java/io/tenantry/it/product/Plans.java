package io.tenantry.it.product;

import java.util.List;
import java.util.Map;

/** The administration of plans, and of what a tenant has otherwise than by its plan. */
public final class Plans {

    public static final String PLANS = "/api/admin/plans";

    private Plans() {}

    public static String code() {
        return "it-" + Tenants.unique();
    }

    public static Map<String, Object> values(List<String> features, Object... limits) {
        return Json.object(
                "name",
                "Made for a test",
                "price",
                Json.object("amount", Json.object("amount", "10.00", "currency", "USD"), "interval", "month"),
                "trialDays",
                0,
                "features",
                features,
                "limits",
                List.of(limits));
    }

    public static Map<String, Object> limit(String resource, int included, Integer hardLimit) {
        return Json.object("resource", resource, "included", included, "hardLimit", hardLimit);
    }

    /** A plan that only this tenant can have, on offer. */
    public static String reserved(Api platform, String tenantId, Map<String, Object> values) {
        String code = code();
        values.put("code", code);
        values.put("reservedFor", tenantId);
        Answer created = platform.post(PLANS, values).expect(201);
        platform.with("If-Match", created.etag())
                .post(PLANS + "/" + code + "/publish?reservedFor=" + tenantId)
                .expect(200);
        return code;
    }

    public static String planOf(String tenantId) {
        return "/api/admin/tenants/" + tenantId + "/plan";
    }

    public static Answer move(Api platform, String tenantId, String plan) {
        return platform.post(planOf(tenantId), Json.object("plan", plan));
    }

    public static String overridesOf(String tenantId) {
        return "/api/admin/tenants/" + tenantId + "/overrides";
    }
}
