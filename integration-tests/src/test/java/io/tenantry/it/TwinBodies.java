package io.tenantry.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.OpenApi.Operation;
import io.tenantry.it.product.Plans;
import java.util.List;
import java.util.Map;

/** A valid body for each operation on one thing, so that a refusal is about the thing and not about the body. */
final class TwinBodies {

    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            entry("PATCH /api/roles/{id}", Json.object("name", "Taken over")),
            entry("PATCH /api/precintos/{id}", Json.object("status", "retired")),
            entry(
                    "POST /api/precintos/{id}/events",
                    Json.object("id", "a", "type", "position", "at", "2026-03-01T10:00:00Z")),
            entry("POST /api/alertas/{id}/resolve", Json.object("note", "Taken over")),
            entry("PATCH /api/transitos/{id}", Json.object("destination", "Rosario")),
            entry("POST /api/transitos/{id}/attachments", Json.object("any", "text")),
            entry("POST /api/transitos/{id}/attachments/{attachmentId}/link", Json.object("expiresIn", 60)),
            entry("PATCH /api/alertas/{id}", Json.object("severity", "low")),
            entry("PATCH /api/users/{id}", Json.object("role", "viewer")),
            entry("PATCH /api/custom-fields/{id}", Json.object("label", "Other")),
            entry("POST /api/custom-fields/{id}/convert", Json.object("type", "number")),
            entry("POST /api/api-keys/{id}/rotate", Json.object("graceSeconds", 0)),
            entry("PATCH /api/admin/tenants/{id}", Json.object("name", "Taken over")),
            entry("POST /api/admin/tenants/{id}/suspend", Json.object("reason", "Because")),
            entry("POST /api/admin/tenants/{id}/impersonate", Json.object("reason", "Because")),
            entry("POST /api/admin/tenants/{id}/plan", Json.object("plan", "enterprise")),
            entry("PATCH /api/admin/tenants/{id}/billing", Json.object("billingDay", 1)),
            entry("POST /api/admin/tenants/{id}/close", Json.object("reason", "Because", "confirm", "acme")),
            entry("POST /api/admin/tenants/{id}/purge", Json.object("confirm", "acme")),
            entry(
                    "PUT /api/admin/tenants/{id}/overrides/features/{feature}",
                    Json.object("enabled", true, "reason", "Because")),
            entry(
                    "PUT /api/admin/tenants/{id}/overrides/limits/{resource}",
                    Json.object("included", 1, "reason", "Because")),
            entry("POST /api/admin/credits/{id}/revoke", Json.object("tenant", "acme")),
            entry("PUT /api/admin/tenants/{id}/tax", Json.object("treatment", "standard", "pricesIncludeTax", false)),
            entry("POST /api/admin/tenants/{id}/discounts", Billing.discount()),
            entry("POST /api/admin/tenants/{id}/invoices/{invoiceId}/payments", Billing.payment("1.00", "a")),
            entry("POST /api/admin/tenants/{id}/invoices/{invoiceId}/void", Json.object("reason", "Because")),
            entry("POST /api/admin/tenants/{id}/invoices/{invoiceId}/credit-notes", Json.object("reason", "Because")),
            entry("POST /api/admin/tenants/{id}/invoices/{invoiceId}/uncollectible", Json.object("reason", "Because")),
            entry("PATCH /api/webhooks/{id}", Json.object("description", "Taken over")),
            entry("POST /api/webhooks/{id}/rotate-secret", Json.object()),
            entry("PUT /api/admin/plans/{code}", Plans.values(List.of())));

    private TwinBodies() {}

    static Map<String, Object> of(Operation operation) {
        String key = operation.toString();
        assertThat(BODIES).as("a body for %s", key).containsKey(key);
        return BODIES.get(key);
    }
}
