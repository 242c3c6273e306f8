package io.tenantry.it.product;

import java.util.Map;

/** What a developer switches on, and nobody else may. */
public final class Development {

    private Development() {}

    public static Map<String, String> environment() {
        return Map.of(
                "MP_CONFIG_PROFILE", "dev",
                "TENANTRY_TENANT_QUERY_PARAMETER", "true",
                // else a third of the tests' time went into hashing
                "TENANTRY_PASSWORD_ITERATIONS", "1024",
                // else tests of who may listen no more would wait
                "TENANTRY_EVENTS_VERIFY_SECONDS", "1");
    }
}
