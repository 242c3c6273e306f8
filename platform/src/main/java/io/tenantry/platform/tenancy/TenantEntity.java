package io.tenantry.platform.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * Base of every entity that belongs to a tenant.
 *
 * <p>The tenant is no attribute: EclipseLink adds it to every statement, as part of the key also to updates and deletes
 * by id, and the database checks it again. Rows of other tables are referenced by id.
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.TENANT, primaryKey = true)
public abstract class TenantEntity {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected TenantEntity() {}

    protected TenantEntity(UUID id, Instant createdAt) {
        this.id = Objects.requireNonNull(id);
        this.createdAt = Objects.requireNonNull(createdAt);
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; the HTTP entity tag. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
