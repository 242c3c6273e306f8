package io.tenantry.web.cmo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.cmo.report.Report;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.json.LargeBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports; each is read by itself, so that one which is wrong does not keep the others out. */
@LargeBody(4 * 1024 * 1024)
public record ReportsRequest(
        @NotNull @Size(min = 1, max = 1_000) @Schema(implementation = Report[].class)
        List<JsonNode> events) {

    /** A report may also stand alone, without a list around it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ReportsRequest of(JsonNode body) {
        if (body.has("type") && !body.has("events")) {
            return new ReportsRequest(List.of(body));
        }
        if (!body.isObject()) {
            throw ProblemException.invalid("", "validation.type");
        }
        body.fieldNames().forEachRemaining(ReportsRequest::requireKnown);
        JsonNode events = body.path("events");
        if (!events.isArray()) {
            throw ProblemException.invalid(
                    "/events", events.isMissingNode() || events.isNull() ? "validation.required" : "validation.type");
        }
        List<JsonNode> reports = new ArrayList<>();
        events.forEach(reports::add);
        return new ReportsRequest(reports);
    }

    private static void requireKnown(String member) {
        if (!member.equals("events")) {
            String name = member.length() > 100 ? member.substring(0, 100) : member;
            throw ProblemException.invalid(
                    "/" + name.replace("~", "~0").replace("/", "~1"), "validation.unknown-member");
        }
    }
}
