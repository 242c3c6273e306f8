package io.tenantry.tenant.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords by the server's PBKDF2 with HMAC-SHA-512 and {@value #LEAST_ITERATIONS} iterations (OWASP Password
 * Storage Cheat Sheet), or as many as {@code tenantry.password.iterations} says; less only where one develops. A stored
 * hash carries its own parameters, so they can be raised.
 */
@ApplicationScoped
public class PasswordHashes {

    private static final int LEAST_ITERATIONS = 210_000;

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @Inject
    @ConfigProperty(name = "tenantry.password.iterations", defaultValue = "" + LEAST_ITERATIONS)
    int iterations;

    @Inject
    @ConfigProperty(name = "mp.config.profile")
    Optional<String> profile;

    private String unknownAccount;

    /** @throws IllegalStateException if the configured number is too low */
    public void requireStrong() {
        if (iterations < LEAST_ITERATIONS && profile.filter("dev"::equals).isEmpty()) {
            throw new IllegalStateException("tenantry.password.iterations is below " + LEAST_ITERATIONS
                    + ", which is for development only: it needs mp.config.profile=dev");
        }
    }

    @PostConstruct
    void configure() {
        requireStrong();
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        unknownAccount = hash("nobody has this password");
    }

    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Takes as long for an unknown account as for a known one, so that the time tells nothing. */
    public boolean verify(String password, Optional<String> hash) {
        boolean matches = pbkdf2.verify(password.toCharArray(), hash.orElse(unknownAccount));
        return matches && hash.isPresent();
    }
}
