package io.tenantry.tenant.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes passwords by the server's PBKDF2 with HMAC-SHA-512 and 210,000 iterations (OWASP Password Storage Cheat Sheet).
 * A stored hash carries its own parameters, so they can be raised.
 */
@ApplicationScoped
public class PasswordHashes {

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    private String unknownAccount;

    @PostConstruct
    void configure() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
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
