package io.tenantry.tenant.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the addresses that e-mail leads to, from the configuration alone: a request's {@code Host} header could lead the
 * reader anywhere.
 */
@ApplicationScoped
public class EmailLinks {

    @Inject
    @ConfigProperty(name = "tenantry.public-url")
    Optional<String> publicUrl;

    @Inject
    @ConfigProperty(name = "tenantry.base-domain")
    String baseDomain;

    /** @param path such as {@code /signup/proof?token=…} */
    public String platform(String path) {
        return base() + path;
    }

    /** The same below the tenant's subdomain; the platform's address where that is not the base domain. */
    public String tenant(String slug, String path) {
        String host = "://" + baseDomain;
        String base = base();
        boolean divided = baseDomain.equalsIgnoreCase(URI.create(base).getHost());
        return (divided ? base.replace(host, "://" + slug + "." + baseDomain) : base) + path;
    }

    private String base() {
        return publicUrl.orElse("https://" + baseDomain).replaceAll("/+$", "");
    }
}
