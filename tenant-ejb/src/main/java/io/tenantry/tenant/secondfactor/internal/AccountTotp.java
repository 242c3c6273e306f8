package io.tenantry.tenant.secondfactor.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The secret that an account shares with a device of its own. It counts once the device has shown a code of it. */
@Entity
@Table(name = "account_totp")
public class AccountTotp {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private byte[] secret;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "enabled_at")
    private Instant enabledAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected AccountTotp() {}

    public AccountTotp(UUID accountId, byte[] sealedSecret, Instant now) {
        this.accountId = accountId;
        this.secret = sealedSecret.clone();
        this.createdAt = now;
    }

    /** As {@link SealedSecret} made it. */
    public byte[] secret() {
        return secret.clone();
    }

    public boolean isEnabled() {
        return enabledAt != null;
    }

    public void enable(Instant now) {
        enabledAt = now;
    }
}
