package io.tenantry.web.admin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.web.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the tenant that the administrator of the platform works for. */
@ApplicationScoped
public class KnownTenants {

    @Inject
    FindTenants tenants;

    /**
     * By its id in a path.
     *
     * @throws ProblemException {@code not-found}
     */
    public TenantId inPath(String id) {
        return new TenantId(tenants.get(Parameters.id(id)).id());
    }

    /**
     * By id or slug, in a body or a query.
     *
     * @param pointer where it is named
     * @throws ProblemException {@code validation} there
     */
    public TenantId named(String pointer, String reference) {
        if (reference == null) {
            throw ProblemException.invalid(pointer, "validation.required");
        }
        return tenants.named(reference).orElseThrow(() -> ProblemException.invalid(pointer, "validation.reference"));
    }
}
