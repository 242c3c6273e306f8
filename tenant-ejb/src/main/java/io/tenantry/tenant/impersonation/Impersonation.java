package io.tenantry.tenant.impersonation;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.impersonation.internal.HandOverText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An administrator of the platform acts, for a reason, as somebody in the tenant. It begins with a hand-over token. */
@Entity
@Table(name = "tenant_impersonation")
public class Impersonation extends TenantEntity {

    private UUID administrator;

    @Column(name = "parent_session")
    private UUID parentSession;

    @Column(name = "member_account")
    private UUID memberAccount;

    private String reason;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected Impersonation() {}

    Impersonation(
            HandOverText token,
            UUID administrator,
            UUID parentSession,
            Optional<UUID> member,
            String reason,
            Instant now,
            Instant expiresAt) {
        super(token.id(), now);
        this.administrator = administrator;
        this.parentSession = parentSession;
        this.memberAccount = member.orElse(null);
        this.reason = reason;
        this.tokenHash = token.hash();
        this.expiresAt = expiresAt;
    }

    UUID administrator() {
        return administrator;
    }

    UUID parentSession() {
        return parentSession;
    }

    /** The account to act as; empty for the role of an owner. */
    Optional<UUID> member() {
        return Optional.ofNullable(memberAccount);
    }

    String reason() {
        return reason;
    }

    /** Uses the token up, if it is good. */
    boolean redeem(HandOverText token, Instant now) {
        boolean good = usedAt == null && now.isBefore(expiresAt) && Secrets.same(tokenHash, token.hash());
        if (good) {
            usedAt = now;
        }
        return good;
    }
}
