package io.tenantry.tenant.member;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person who can sign in; one account for all of their tenants. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "platform_admin")
    private boolean platformAdmin;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Column(name = "last_tenant_id")
    private UUID lastTenantId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Account() {}

    public Account(String email, String displayName, String passwordHash, boolean platformAdmin, Instant now) {
        this.id = Ids.next();
        this.email = email;
        this.emailKey = keyOf(email);
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.platformAdmin = platformAdmin;
        this.createdAt = now;
    }

    /** What addresses are compared by: lower case, the same under every default locale. */
    public static String keyOf(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean isPlatformAdmin() {
        return platformAdmin;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** The tenant it worked in last. */
    public Optional<TenantId> lastTenant() {
        return Optional.ofNullable(lastTenantId).map(TenantId::new);
    }
}
