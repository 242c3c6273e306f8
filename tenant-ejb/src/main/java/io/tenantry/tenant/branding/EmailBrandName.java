package io.tenantry.tenant.branding;

import io.tenantry.tenant.email.BrandNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** E-mail speaks of the service by the name that the tenant gives it. */
@ApplicationScoped
public class EmailBrandName implements BrandNames {

    @Inject
    FindBranding find;

    @Override
    public Optional<String> ofCurrentTenant() {
        return Optional.of(find.get().displayName());
    }
}
