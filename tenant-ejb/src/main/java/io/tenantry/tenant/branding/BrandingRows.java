package io.tenantry.tenant.branding;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The rows of the thread's tenant. */
final class BrandingRows {

    private final EntityManager entityManager;

    BrandingRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Tenant tenant() {
        return entityManager.find(Tenant.class, TenantContext.required().value());
    }

    /** Changes wait for each other, also the first ones, which have no row yet to wait at. */
    void lock() {
        entityManager.find(Tenant.class, TenantContext.required().value(), LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<TenantBranding> branding() {
        return entityManager
                .createQuery("select b from TenantBranding b", TenantBranding.class)
                .getResultStream()
                .findFirst();
    }

    Optional<BrandingImage> image(ImageKind kind) {
        return entityManager
                .createQuery("select i from BrandingImage i where i.kind = :kind", BrandingImage.class)
                .setParameter("kind", kind.code())
                .getResultStream()
                .findFirst();
    }

    /** Without its content; {@code null} if there is none. */
    String hash(ImageKind kind) {
        return entityManager
                .createQuery("select i.hash from BrandingImage i where i.kind = :kind", String.class)
                .setParameter("kind", kind.code())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
