package io.tenantry.probe;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.Future;

/** Counts the seals that are visible, past EclipseLink (native) and through it (JPQL). */
@Stateless
public class Seals {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    public String count() {
        return rows() + " rows, " + entities();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String countInNewTransaction() {
        return count();
    }

    public long rows() {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from precinto")
                        .getSingleResult())
                .longValue();
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long rowsOutsideOfATransaction() {
        return rows();
    }

    @Asynchronous
    public Future<String> countAsynchronously() {
        return new AsyncResult<>(count());
    }

    @Asynchronous
    public Future<String> countAsynchronouslyFor(TenantId tenant) {
        return new AsyncResult<>(TenantContext.call(tenant, this::count));
    }

    /** Works for one tenant and then, in the same transaction, wants to go on for another. */
    public String goOnFor(TenantId other) {
        rows();
        try {
            return TenantContext.call(other, this::count);
        } catch (IllegalStateException e) {
            return "refused";
        }
    }

    public void fail() {
        rows();
        throw new IllegalStateException("on purpose");
    }

    private String entities() {
        try {
            return entityManager.createQuery("select count(p) from Precinto p").getSingleResult() + " entities";
        } catch (RuntimeException e) {
            return "refused";
        }
    }
}
