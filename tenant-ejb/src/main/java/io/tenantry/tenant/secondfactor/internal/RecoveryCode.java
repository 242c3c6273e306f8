package io.tenantry.tenant.secondfactor.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A code that is good once in place of the device's, known by its hash. */
@Entity
@Table(name = "account_recovery_code")
@IdClass(RecoveryCode.Key.class)
public class RecoveryCode {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Id
    private String hash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    public RecoveryCode(UUID accountId, String hash) {
        this.accountId = accountId;
        this.hash = hash;
    }

    /** What Jakarta Persistence needs for a key of two columns. */
    public static class Key implements Serializable {

        private UUID accountId;
        private String hash;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, hash);
        }
    }
}
