package io.tenantry.tenant.signup;

import io.tenantry.platform.secret.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A sign-up whose address is not proven yet. Whoever has the token has read the mail. */
@Entity
@Table(name = "signup_request")
public class SignupRequest {

    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    private String hash;

    private String organization;
    private String slug;
    private String plan;

    @Column(name = "display_name")
    private String displayName;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected SignupRequest() {}

    public SignupRequest(String token, SignupValues values, String passwordHash, Instant now) {
        this.hash = Secrets.hash(token);
        this.organization = values.organization();
        this.slug = values.slug();
        this.plan = values.plan();
        this.displayName = values.displayName();
        this.email = values.email();
        this.passwordHash = passwordHash;
        this.expiresAt = now.plus(LIFETIME);
    }

    public boolean isGood(Instant now) {
        return expiresAt.isAfter(now);
    }

    public String organization() {
        return organization;
    }

    public String slug() {
        return slug;
    }

    public String plan() {
        return plan;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }
}
