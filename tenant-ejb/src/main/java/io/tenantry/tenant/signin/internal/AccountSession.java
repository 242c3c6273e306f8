package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A signed-in account on one device, until it signs out, expires, or a stolen token is seen. */
@Entity
@Table(name = "account_session")
public class AccountSession {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "current_tenant")
    private UUID currentTenant;

    @Column(name = "parent_id")
    private UUID parentId;

    @Column(name = "impersonation_id")
    private UUID impersonationId;

    @Column(name = "impersonated_account")
    private UUID impersonatedAccount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_because")
    private String endedBecause;

    protected AccountSession() {}

    public AccountSession(UUID accountId, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /**
     * A session of an administrator of the platform as somebody in a tenant. It ends with the one it came from.
     *
     * @param member empty for the role of an owner
     */
    public static AccountSession impersonating(
            UUID administrator,
            UUID parent,
            UUID impersonation,
            Optional<UUID> member,
            Instant now,
            Instant expiresAt) {
        AccountSession session = new AccountSession(administrator, now, expiresAt);
        session.parentId = parent;
        session.impersonationId = impersonation;
        session.impersonatedAccount = member.orElse(null);
        return session;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Optional<TenantId> currentTenant() {
        return Optional.ofNullable(currentTenant).map(TenantId::new);
    }

    public void workIn(TenantId tenant) {
        currentTenant = tenant == null ? null : tenant.value();
    }

    /** The session it came from, if it is one of an impersonation. */
    public Optional<UUID> parent() {
        return Optional.ofNullable(parentId);
    }

    public Optional<UUID> impersonation() {
        return Optional.ofNullable(impersonationId);
    }

    public Optional<UUID> impersonatedAccount() {
        return Optional.ofNullable(impersonatedAccount);
    }

    public boolean isAlive(Instant now) {
        return endedAt == null && expiresAt.isAfter(now);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public void end(String because, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBecause = because;
        }
    }
}
