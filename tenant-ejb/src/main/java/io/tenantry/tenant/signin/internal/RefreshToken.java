package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.secret.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One refresh token of a session, known by its hash. It is good once. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {

    @Id
    private String hash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RefreshToken() {}

    public RefreshToken(String secret, UUID sessionId, Instant now) {
        this.hash = Secrets.hash(secret);
        this.sessionId = sessionId;
        this.issuedAt = now;
    }

    public UUID sessionId() {
        return sessionId;
    }
}
