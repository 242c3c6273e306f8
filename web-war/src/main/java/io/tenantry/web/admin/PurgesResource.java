package io.tenantry.web.admin;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.lifecycle.FindPurges;
import io.tenantry.tenant.lifecycle.PurgeView;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The proofs that nothing is left of tenants that were purged. An id is that of the tenant. */
@Path("admin/purges")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class PurgesResource {

    @Inject
    FindPurges find;

    @GET
    public Page<PurgeView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @Path("{id}")
    public PurgeView.Detail get(@PathParam("id") String id) {
        return find.get(Parameters.id(id));
    }
}
