package io.tenantry.tenant.secondfactor.internal;

import io.tenantry.platform.secret.SecretKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts the secrets of devices with AES-GCM, each for its account: a secret copied to another account does not open. */
@ApplicationScoped
public class SealedSecret {

    private static final String PURPOSE = "account totp secret";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    SecretKeys keys;

    protected SealedSecret() {}

    /** For use without a container. */
    public SealedSecret(SecretKeys keys) {
        this.keys = keys;
    }

    /** @return a nonce, then the ciphertext */
    public byte[] seal(UUID account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException if it was sealed for another account, with another key, or changed since */
    public byte[] open(UUID account, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, account, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] run(int mode, UUID account, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.derive(PURPOSE, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
