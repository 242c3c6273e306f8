package io.tenantry.tenant.usage;

import io.tenantry.tenant.usage.internal.sql.Thresholds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At what percent of what is included a tenant is warned, by configuration. */
@ApplicationScoped
public class UsageThresholds {

    @Inject
    @ConfigProperty(name = "tenantry.usage.thresholds", defaultValue = "80,100")
    List<Integer> percents;

    Thresholds all() {
        return new Thresholds(percents);
    }

    /** The lowest one; above it the standing is a warning. */
    int lowest() {
        return all().percents().stream().findFirst().orElse(100);
    }
}
