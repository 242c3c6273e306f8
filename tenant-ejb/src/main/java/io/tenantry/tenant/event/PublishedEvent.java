package io.tenantry.tenant.event;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.json.Jsonp;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * Something that has happened in a tenant, as those are told who want to know.
 *
 * @param number counts the events of the tenant in the order of their commits
 * @param data a JSON object, what the activity log was told
 * @param previous a JSON object of the members that were changed, as they were; {@code null} if there were none
 */
public record PublishedEvent(long number, String type, Instant at, String data, String previous) {

    /** {@code {"type","timestamp","data","previous"?}}, in one line. */
    public String json() {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("type", type)
                .add("timestamp", at.toString())
                .add("data", Jsonp.read(data));
        if (previous != null) {
            body.add("previous", Jsonp.read(previous));
        }
        return body.build().toString();
    }
}
