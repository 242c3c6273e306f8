package io.tenantry.it.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What a tenant uses, and events of it. */
public final class Usages {

    public static final String USAGE = "/api/usage";
    public static final String EVENTS = USAGE + "/events";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private Usages() {}

    public static Map<String, Object> event(String id, String resource, Object quantity, String at) {
        return Json.object("id", id, "resource", resource, "quantity", quantity, "at", at);
    }

    public static Answer report(Api api, List<Map<String, Object>> events) {
        return api.post(EVENTS, Json.object("events", events));
    }

    /** Where a resource stands. */
    public static JsonNode of(Api api, String resource) {
        for (JsonNode one : api.get(USAGE).expect(200).json().path("resources")) {
            if (one.path("resource").asText().equals(resource)) {
                return one;
            }
        }
        throw new AssertionError(resource + " is not metered");
    }

    /** Where a resource stands once it is as wanted: API calls are counted a moment later. */
    public static JsonNode await(Api api, String resource, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = of(api, resource);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + last);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            last = of(api, resource);
        }
        return last;
    }
}
