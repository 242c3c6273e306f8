package io.tenantry.web.admin;

import io.tenantry.tenant.overview.FindOverview;
import io.tenantry.tenant.overview.Overview;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The platform at a glance. */
@Path("admin/overview")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class OverviewResource {

    @Inject
    FindOverview find;

    @GET
    public Overview overview() {
        return find.now();
    }
}
