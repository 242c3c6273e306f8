package io.tenantry.tenant.signup;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether one can sign up ({@code tenantry.signup}), which is never at a tenant's own host. */
@ApplicationScoped
public class SignupSwitch {

    @Inject
    @ConfigProperty(name = "tenantry.signup", defaultValue = "true")
    boolean on;

    /**
     * @param host the tenant whose own host is used, if it is a tenant's
     * @throws ProblemException {@code not-found}
     */
    public void requireOn(Optional<TenantId> host) {
        if (!on || host.isPresent()) {
            throw ProblemException.notFound();
        }
    }
}
