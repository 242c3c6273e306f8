package io.tenantry.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether requests may name their tenant by the query parameter {@code tenant}
 * ({@code tenantry.tenant.query-parameter}): addresses are passed on and logged, so only where one develops.
 */
@ApplicationScoped
public class TenantParameter {

    static final String NAME = "tenant";

    @Inject
    @ConfigProperty(name = "tenantry.tenant.query-parameter", defaultValue = "false")
    boolean allowed;

    @Inject
    @ConfigProperty(name = "mp.config.profile")
    Optional<String> profile;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (allowed && profile.filter("dev"::equals).isEmpty()) {
            throw new IllegalStateException(
                    "tenantry.tenant.query-parameter is for development only: it needs mp.config.profile=dev");
        }
    }

    boolean isAllowed() {
        return allowed;
    }
}
