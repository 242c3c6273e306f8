package io.tenantry.tenant.apikey;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.apikey.internal.KeyText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A key by which a program calls the API of its tenant, until it expires or is revoked. It has a secret, and for a while
 * after a rotation also the one before.
 */
@Entity
@Table(name = "tenant_api_key")
public class ApiKey extends TenantEntity {

    /** How often a use is noted at most. */
    static final Duration USE_NOTED = Duration.ofMinutes(1);

    private String name;
    private String scopes;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "secret_no")
    private int secretNo;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "previous_until")
    private Instant previousUntil;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(KeyText text, String name, Collection<String> scopes, Instant expiresAt, String createdBy, Instant now) {
        super(text.id(), now);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.invalid("/expiresAt", "tenant.api-key-expiry");
        }
        this.name = name;
        this.scopes = String.join(" ", scopes);
        this.expiresAt = expiresAt;
        this.createdBy = createdBy;
        this.secretHash = text.hash();
        this.secretNo = 1;
    }

    public String name() {
        return name;
    }

    /** Names of permissions as they were given; not all need be in force any more. */
    public List<String> scopes() {
        return List.of(scopes.split(" "));
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isAlive(Instant now) {
        return !isRevoked() && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** The number of the valid secret with this hash; compared without telling by its duration where they differ. */
    Optional<Integer> secretNo(String hash, Instant now) {
        boolean current = Secrets.same(secretHash, hash);
        boolean previous = Secrets.same(previousHash == null ? "" : previousHash, hash);
        return Optional.of(current ? secretNo : secretNo - 1)
                .filter(no -> current || previous)
                .filter(no -> accepts(no, now));
    }

    /** Whether the secret of this number is valid. */
    boolean accepts(int no, Instant now) {
        boolean inGrace = no == secretNo - 1 && previousUntil != null && previousUntil.isAfter(now);
        return isAlive(now) && (no == secretNo || inGrace);
    }

    /**
     * Replaces the secret; the one before stays valid for {@code grace}.
     *
     * @throws ProblemException {@code conflict} if the key is over
     */
    void rotate(KeyText next, Duration grace, Instant now) {
        if (!isAlive(now)) {
            throw ProblemException.conflict("tenant.api-key-over");
        }
        previousHash = secretHash;
        previousUntil = now.plus(grace);
        secretHash = next.hash();
        secretNo++;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Whether a use now is worth noting. */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || !lastUsedAt.plus(USE_NOTED).isAfter(now);
    }

    Instant previousUntil() {
        return previousUntil;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    ApiKeyView view() {
        return new ApiKeyView(
                id(),
                name,
                KeyText.prefix(TenantContext.required(), id()),
                scopes(),
                createdAt(),
                createdBy,
                expiresAt,
                lastUsedAt,
                isRevoked(),
                version());
    }
}
