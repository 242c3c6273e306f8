package io.tenantry.web.tenant;

import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.web.http.OpenBeyondCallLimit;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The plan of the tenant, and those it may take. */
@Path("billing/plans")
@RequestScoped
@Produces("application/json")
@OpenBeyondCallLimit
public class OwnPlansResource {

    @Inject
    PlanCatalog catalog;

    /** {@code current}: the version the tenant has, on offer or not. {@code items}: what is on offer, also for it alone. */
    public record OwnPlansView(PlanView current, List<PlanView> items) {}

    @GET
    @OpenToSuspended
    @RequiresPermission("billing:read")
    public OwnPlansView list() {
        return new OwnPlansView(
                PlanView.of(catalog.ofCurrentTenant()),
                catalog.onOffer().stream().map(PlanView::of).toList());
    }
}
