package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Json;
import io.tenantry.it.product.OpenApi.Operation;
import java.util.Map;

/** A valid body for each operation on one thing, so that a refusal is about the thing and not about the body. */
final class TwinBodies {

    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "PATCH /api/precintos/{id}", Json.object("status", "armed"),
            "PATCH /api/transitos/{id}", Json.object("destination", "Rosario"),
            "PATCH /api/alertas/{id}", Json.object("severity", "low"),
            "PATCH /api/users/{id}", Json.object("role", "viewer"),
            "POST /api/api-keys/{id}/rotate", Json.object("graceSeconds", 0),
            "PATCH /api/admin/tenants/{id}", Json.object("name", "Taken over"),
            "POST /api/admin/tenants/{id}/suspend", Json.object("reason", "Because"),
            "POST /api/admin/tenants/{id}/impersonate", Json.object("reason", "Because"),
            "POST /api/admin/tenants/{id}/plan", Json.object("plan", "enterprise"));

    private TwinBodies() {}

    static Map<String, Object> of(Operation operation) {
        String key = operation.toString();
        assertThat(BODIES).as("a body for %s", key).containsKey(key);
        return BODIES.get(key);
    }
}
