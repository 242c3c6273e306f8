package io.tenantry.web.ops;

import io.tenantry.platform.isolation.IsolationReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers and tenants are isolated. Says how many rules are broken, not which. */
@Readiness
@ApplicationScoped
public class IsolationReadiness implements HealthCheck {

    private static final System.Logger LOGGER = System.getLogger(IsolationReadiness.class.getName());

    @Inject
    IsolationState state;

    @Override
    public HealthCheckResponse call() {
        try {
            IsolationReport report = state.now();
            return HealthCheckResponse.named("isolation")
                    .status(report.isSound())
                    .withData("violations", report.violations().size())
                    .build();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "not ready", e);
            return HealthCheckResponse.named("isolation").down().build();
        }
    }
}
