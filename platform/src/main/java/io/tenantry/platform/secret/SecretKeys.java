package io.tenantry.platform.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys for what the platform encrypts or seals, derived from its one secret ({@code tenantry.secret-key}: at least 256
 * random bits in base64, the same on every node). Who has the database alone has none of them.
 */
@ApplicationScoped
public class SecretKeys {

    private static final int LEAST_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "tenantry.secret-key")
    String secret;

    private SecretKey root;

    protected SecretKeys() {}

    /** For use without a container. */
    public SecretKeys(String secret) {
        this.secret = secret;
        requireUsable();
    }

    /** @throws IllegalStateException if the configured secret is none */
    @PostConstruct
    public void requireUsable() {
        byte[] bytes = decoded();
        if (bytes.length < LEAST_BYTES) {
            throw unusable();
        }
        root = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * 256 bits that are always the same for a purpose and tell nothing about those for another (HKDF-Expand with
     * SHA-256, RFC 5869 section 2.3; the secret is uniformly random, so it needs no extraction).
     *
     * @param purpose what the key is for; to change it is to lose what was made with it
     */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(root);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 1);
            return new SecretKeySpec(mac.doFinal(), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(secret.strip().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    /** Never with the value: this is logged. */
    private static IllegalStateException unusable() {
        return new IllegalStateException(
                "tenantry.secret-key is not the base64 of " + LEAST_BYTES + " random bytes or more");
    }
}
