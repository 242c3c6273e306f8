package io.tenantry.launcher;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the launcher tells the application through MicroProfile Config. System properties win over the environment there, so a
 * property is left alone when the operator has given it either way.
 */
final class ApplicationSettings {

    private static final String BASE_DOMAIN = "tenantry.base-domain";
    private static final String PUBLIC_URL = "tenantry.public-url";

    private final Map<String, String> values = new LinkedHashMap<>();

    ApplicationSettings(LaunchSettings launch, HttpAddress address, Secrets secrets, String host) {
        SigningKeys keys = secrets.signingKeys();
        values.put("mp.jwt.verify.publickey.location", keys.publicFile().toUri().toString());
        values.put(
                "tenantry.jwt.private-key.location", keys.privateFile().toUri().toString());
        values.put("tenantry.setup-token", secrets.setupToken());
        values.put("tenantry.secret-key", secrets.secretKey());
        values.put("tenantry.demo", String.valueOf(launch.demo()));
        values.put("tenantry.test-clock", String.valueOf(launch.testClock()));
        // plain HTTP: a browser would not send a secure cookie back
        values.put("tenantry.cookie.secure", "false");
        values.put(BASE_DOMAIN, "localhost");
        values.put(PUBLIC_URL, "http://localhost:" + address.port());
        values.put("tenantry.node", host + ":" + address.port());
    }

    void applyTo(Properties system, Map<String, String> environment) {
        if (isGiven(system, environment, BASE_DOMAIN)) {
            // whoever names a domain is reached there, and not at this machine's own address
            values.remove(PUBLIC_URL);
        }
        values.forEach((name, value) -> {
            if (!isGiven(system, environment, name)) {
                system.setProperty(name, value);
            }
        });
    }

    private static boolean isGiven(Properties system, Map<String, String> environment, String name) {
        return system.getProperty(name) != null || givenIn(environment, name);
    }

    /** The three spellings MicroProfile Config looks for. */
    private static boolean givenIn(Map<String, String> environment, String name) {
        String underscores = name.replaceAll("[^A-Za-z0-9_]", "_");
        return environment.containsKey(name)
                || environment.containsKey(underscores)
                || environment.containsKey(underscores.toUpperCase(Locale.ROOT));
    }
}
