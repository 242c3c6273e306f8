package io.tenantry.tenant.branding;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How a host looks, to whoever comes, signed in or not. */
@ApplicationScoped
public class PublicBranding {

    @Inject
    ReadLook read;

    /** @param tenant the one that the host names; empty for the platform itself */
    public PublicLook look(Optional<TenantId> tenant) {
        return tenant.map(id -> TenantContext.call(id, read::look)).orElse(PublicLook.PLATFORM);
    }

    public Optional<PublicImage> image(Optional<TenantId> tenant, ImageKind kind) {
        return tenant.flatMap(id -> TenantContext.call(id, () -> read.image(kind)));
    }
}
