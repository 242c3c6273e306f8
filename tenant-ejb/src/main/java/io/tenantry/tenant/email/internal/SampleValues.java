package io.tenantry.tenant.email.internal;

import io.tenantry.tenant.email.EmailKey;
import java.util.Map;
import java.util.TreeMap;

/** What stands for the variables in a preview. */
public final class SampleValues {

    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("name", "Ana García"),
            Map.entry("inviter", "Ana García"),
            Map.entry("role", "viewer"),
            Map.entry("link", "https://example.com/path?token=sample"),
            Map.entry("account", ""),
            Map.entry("hours", "24"),
            Map.entry("days", "7"),
            Map.entry("minutes", "30"),
            Map.entry("resource", "precintos"),
            Map.entry("percent", "80"),
            Map.entry("used", "800"),
            Map.entry("limit", "1000"),
            Map.entry("endsOn", "2027-01-31"),
            Map.entry("number", "2027-000042"),
            Map.entry("amount", "49.00 USD"),
            Map.entry("dueOn", "2027-01-31"),
            Map.entry("nextAttemptOn", "2027-01-31"),
            Map.entry("host", "hooks.example.com"),
            Map.entry("reason", "…"));

    private SampleValues() {}

    /** For the variables that whoever sends the e-mail gives. */
    public static Map<String, String> of(EmailKey key, String organization) {
        Map<String, String> values = new TreeMap<>();
        key.variables().forEach(name -> values.put(name, SAMPLES.getOrDefault(name, organization)));
        return values;
    }
}
