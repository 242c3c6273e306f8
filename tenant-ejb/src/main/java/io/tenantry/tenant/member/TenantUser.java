package io.tenantry.tenant.member;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An account's membership of a tenant, with its role there. */
@Entity
@Table(name = "tenant_user")
public class TenantUser extends TenantEntity {

    @Column(name = "account_id")
    private UUID accountId;

    private String role;

    protected TenantUser() {}

    public TenantUser(UUID accountId, MemberRole role, Instant now) {
        super(Ids.next(), now);
        this.accountId = accountId;
        this.role = role.code();
    }

    public UUID accountId() {
        return accountId;
    }

    public MemberRole role() {
        return MemberRole.of(role);
    }

    void become(MemberRole next) {
        role = next.code();
    }
}
