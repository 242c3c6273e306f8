package io.tenantry.tenant.branding;

import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads how the tenant looks, whatever its plan. */
@Stateless
public class FindBranding {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public BrandingView get() {
        BrandingRows rows = new BrandingRows(entityManager);
        TenantBranding branding =
                rows.branding().orElseGet(() -> new TenantBranding(rows.tenant().name(), clock.now()));
        return view(branding, rows);
    }

    static BrandingView view(TenantBranding branding, BrandingRows rows) {
        return new BrandingView(
                branding.displayName(),
                branding.colors(),
                branding.theme(),
                branding.customCss(),
                branding.reducedCss().refused(),
                Contrast.of(branding.colors()),
                rows.hash(ImageKind.LOGO),
                rows.hash(ImageKind.FAVICON),
                branding.version());
    }
}
