package io.tenantry.tenant.email.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The platform's own address: from it goes what belongs to no tenant, and to it comes what cannot be delivered. */
@ApplicationScoped
public class PlatformSender {

    @Inject
    @ConfigProperty(name = "tenantry.mail.sender")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "tenantry.base-domain")
    String baseDomain;

    public String address() {
        return configured.orElse("no-reply@" + baseDomain);
    }
}
