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
        values.put("tenantry.base-domain", "localhost");
        values.put("tenantry.node", host + ":" + address.port());
    }

    void applyTo(Properties system, Map<String, String> environment) {
        values.forEach((name, value) -> {
            if (system.getProperty(name) == null && !givenIn(environment, name)) {
                system.setProperty(name, value);
            }
        });
    }

    /** The three spellings MicroProfile Config looks for. */
    private static boolean givenIn(Map<String, String> environment, String name) {
        String underscores = name.replaceAll("[^A-Za-z0-9_]", "_");
        return environment.containsKey(name)
                || environment.containsKey(underscores)
                || environment.containsKey(underscores.toUpperCase(Locale.ROOT));
    }
}
