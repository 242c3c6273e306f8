package io.tenantry.web.tenant;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.dashboard.ChangeDashboard;
import io.tenantry.tenant.dashboard.DashboardView;
import io.tenantry.tenant.dashboard.FindDashboard;
import io.tenantry.tenant.dashboard.Layout;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.SignedInOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the caller sees first in the tenant of the request. */
@Path("me/dashboard")
@RequestScoped
@Produces("application/json")
@SignedInOnly
public class OwnDashboardResource {

    @Inject
    FindDashboard find;

    @Inject
    ChangeDashboard change;

    @Inject
    CurrentRequest current;

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DashboardView.class)))
    public Response get() {
        return DashboardResource.answer(find.of(account()));
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DashboardView.class)))
    @Consumes("application/json")
    public Response change(@HeaderParam("If-Match") String ifMatch, Layout layout) {
        UUID account = account();
        change.change(account, Parameters.requiredVersion(ifMatch), layout);
        return DashboardResource.answer(find.of(account));
    }

    @DELETE
    public void reset() {
        change.reset(account());
    }

    /** Of whoever is signed in to a tenant. */
    private UUID account() {
        Access access = current.access();
        if (access.place().isEmpty()) {
            throw ProblemException.of(ProblemType.TENANT_REQUIRED);
        }
        return access.accountId();
    }
}
