package io.tenantry.web.tenant;

import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.web.http.Anyone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The plans on offer. */
@Path("plans")
@RequestScoped
@Produces("application/json")
@Anyone
public class PlansResource {

    @Inject
    PlanCatalog catalog;

    public record PlansView(List<PlanView> items, String nextCursor) {}

    @GET
    public PlansView list() {
        return new PlansView(catalog.onOffer().stream().map(PlanView::of).toList(), null);
    }
}
