package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.money.PlainDecimal;
import io.tenantry.tenant.usage.UsageEvent;
import io.tenantry.web.json.Instants;
import io.tenantry.web.json.LargeBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events; each is read by itself, so that one which is wrong does not keep the others out. */
@LargeBody(4 * 1024 * 1024)
public record EventsRequest(
        @NotNull @Size(min = 1, max = 10_000) @Schema(implementation = EventsRequest.Event[].class)
        List<JsonNode> events) {

    private static final Set<String> MEMBERS = Set.of("id", "resource", "quantity", "at");

    /** {@code quantity} may also be a decimal string. */
    public record Event(String id, String resource, BigDecimal quantity, Instant at) {}

    /** Whether it has the members of an event and no other. */
    static boolean isEvent(JsonNode node) {
        return node.isObject() && node.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()));
    }

    /** What cannot be read is {@code null}. */
    static UsageEvent event(JsonNode node) {
        return new UsageEvent(
                text(node.path("id")),
                text(node.path("resource")),
                quantity(node.path("quantity")),
                at(node.path("at")));
    }

    /** The event's id as far as it has one, to tell it by. */
    static String id(JsonNode node) {
        String id = text(node.path("id"));
        return id != null && id.length() <= 200 ? id : null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static BigDecimal quantity(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        try {
            return node.isTextual() ? PlainDecimal.parse(node.textValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant at(JsonNode node) {
        try {
            return node.isTextual() ? Instants.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
