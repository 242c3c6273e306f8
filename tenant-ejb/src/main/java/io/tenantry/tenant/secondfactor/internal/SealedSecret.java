package io.tenantry.tenant.secondfactor.internal;

import io.tenantry.platform.secret.Sealing;
import io.tenantry.platform.secret.SecretKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Encrypts the secrets of devices, each for its account: a secret copied to another account does not open. */
@ApplicationScoped
public class SealedSecret {

    private static final String PURPOSE = "account totp secret";

    private Sealing sealing;

    protected SealedSecret() {}

    @Inject
    public SealedSecret(SecretKeys keys) {
        this.sealing = new Sealing(keys, PURPOSE);
    }

    public byte[] seal(UUID account, byte[] secret) {
        return sealing.seal(account, secret);
    }

    /** @throws IllegalStateException if it was sealed for another account, with another key, or changed since */
    public byte[] open(UUID account, byte[] sealed) {
        return sealing.open(account, sealed);
    }
}
