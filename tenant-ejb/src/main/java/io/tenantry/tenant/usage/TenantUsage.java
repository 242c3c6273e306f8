package io.tenantry.tenant.usage;

import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How much of a resource a tenant uses: holds now, or has consumed in a billing period.
 *
 * <p>Counted by statement, never by load and store: see {@link UsageCounter}.
 */
@Entity
@Table(name = "tenant_usage")
public class TenantUsage extends TenantEntity {

    private String resource;

    @Column(name = "period_start")
    private LocalDate periodStart;

    private BigDecimal used;

    protected TenantUsage() {}

    public String resource() {
        return resource;
    }

    public BigDecimal used() {
        return used;
    }
}
