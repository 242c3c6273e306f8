package io.tenantry.tenant.branding;

import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Reads what the thread's tenant shows to everybody: nothing while it is suspended, or when its plan has no look of its own. */
@Stateless
public class ReadLook {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    TenantFeatures features;

    public PublicLook look() {
        BrandingRows rows = new BrandingRows(entityManager);
        Tenant tenant = rows.tenant();
        if (!isShown(tenant)) {
            return PublicLook.PLATFORM;
        }
        TenantBranding branding =
                rows.branding().orElseGet(() -> new TenantBranding(tenant.name(), tenant.createdAt()));
        return PublicLook.of(
                branding.displayName(),
                branding.colors(),
                branding.theme(),
                branding.appliedCss(),
                rows.hash(ImageKind.LOGO),
                rows.hash(ImageKind.FAVICON));
    }

    public Optional<PublicImage> image(ImageKind kind) {
        BrandingRows rows = new BrandingRows(entityManager);
        return isShown(rows.tenant()) ? rows.image(kind).map(BrandingImage::published) : Optional.empty();
    }

    private boolean isShown(Tenant tenant) {
        return tenant != null && tenant.status().isOpen() && features.has("whiteLabel");
    }
}
