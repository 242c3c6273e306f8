package io.tenantry.cmo.report.internal;

import io.tenantry.cmo.report.internal.sql.ReportStatements;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Short transactions, so that nobody who reports has to wait. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldReports {

    public static final int CHUNK = 10_000;
    private static final int TENANTS = 500;

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    /** Some of those who have some. */
    public List<TenantId> tenants(Instant before) {
        return ReportStatements.tenantsWithOld(entityManager, before, TENANTS).stream()
                .map(TenantId::new)
                .toList();
    }

    /** @return how many of the tenant's have gone, at most {@link #CHUNK} */
    public int purge(Instant before) {
        return ReportStatements.purge(entityManager, before, CHUNK);
    }
}
