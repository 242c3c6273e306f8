package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.secret.SecretKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;

/** The key that makes the chain more than a row of hashes: who has the database alone cannot compute it anew. */
@ApplicationScoped
public class ChainKey {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    SecretKeys keys;

    protected ChainKey() {}

    /** For use without a container. */
    public ChainKey(SecretKeys keys) {
        this.keys = keys;
    }

    public byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.derive("activity-log", ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean matches(byte[] mac, byte[] content) {
        return MessageDigest.isEqual(mac, mac(content));
    }
}
