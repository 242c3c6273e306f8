package io.tenantry.web.tenant;

import io.tenantry.tenant.dashboard.ChangeDashboard;
import io.tenantry.tenant.dashboard.DashboardView;
import io.tenantry.tenant.dashboard.FindDashboard;
import io.tenantry.tenant.dashboard.Layout;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What members see first who have laid out nothing themselves. */
@Path("tenant/dashboard")
@RequestScoped
@Produces("application/json")
public class DashboardResource {

    @Inject
    FindDashboard find;

    @Inject
    ChangeDashboard change;

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DashboardView.class)))
    @RequiresPermission("dashboard:read")
    public Response get() {
        return answer(find.ofTenant());
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DashboardView.class)))
    @Consumes("application/json")
    @RequiresPermission("dashboard:write")
    public Response change(@HeaderParam("If-Match") String ifMatch, Layout layout) {
        change.change(null, Parameters.requiredVersion(ifMatch), layout);
        return answer(find.ofTenant());
    }

    static Response answer(DashboardView view) {
        return Answers.ok(view, view.version());
    }
}
