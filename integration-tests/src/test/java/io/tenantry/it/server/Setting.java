package io.tenantry.it.server;

import io.tenantry.it.product.Development;
import io.tenantry.it.product.Dns;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Proxy;
import io.tenantry.it.product.Receiver;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What an installation is given.
 *
 * @param name of the installation: its directory, domain and database
 * @param servers where the distributions are unpacked
 * @param files the EAR's {@code target/server}: scripts and libraries
 * @param ear the application
 * @param poolSize most connections of requests
 */
public record Setting(String name, Path servers, Path files, Path ear, int poolSize) {

    private static final String SECRET_KEY = randomKey();

    String database() {
        return "tenantry_" + name;
    }

    Path directory() {
        return servers.resolve(name);
    }

    /** The environment of {@code docs/operations.md}. */
    Map<String, String> environment() {
        SigningKeyFiles keys = SigningKeyFiles.in(directory().resolve("keys"));
        Map<String, String> environment = new HashMap<>();
        environment.put("TENANTRY_EAR", ear.toString());
        environment.put("TENANTRY_DB_URL", Postgres.shared().create(database()));
        environment.put("TENANTRY_DB_OWNER_PASSWORD", Postgres.password("owner"));
        environment.put("TENANTRY_DB_APP_PASSWORD", Postgres.password("app"));
        environment.put("TENANTRY_DB_BATCH_PASSWORD", Postgres.password("batch"));
        environment.put("TENANTRY_DB_POOL_SIZE", String.valueOf(poolSize));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKey().toUri().toString());
        environment.put(
                "TENANTRY_JWT_PRIVATE_KEY_LOCATION", keys.privateKey().toUri().toString());
        environment.put("TENANTRY_SECRET_KEY", SECRET_KEY);
        environment.put("TENANTRY_COOKIE_SECURE", "false");
        environment.put("TENANTRY_DEMO", "true");
        environment.put("TENANTRY_TEST_CLOCK", "true");
        environment.putAll(Development.environment());
        environment.putAll(Dns.environment());
        environment.putAll(Proxy.environment());
        environment.putAll(Mailbox.environment());
        environment.putAll(Receiver.environment());
        environment.put("TENANTRY_EMBED_ORIGINS", Product.EMBEDDING_ORIGIN);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    private static String randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
