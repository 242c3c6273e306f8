package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.registry.ChangeTenantSettings;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantSettings;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant itself: what its members may know of it and say about it. */
@Path("tenant")
@RequestScoped
@Produces("application/json")
public class TenantResource {

    @Inject
    FindTenants find;

    @Inject
    ChangeTenantSettings change;

    @Inject
    BodyBinding binding;

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @RequiresPermission("tenant:read")
    public Response get() {
        TenantView tenant = find.get(TenantContext.required().value());
        return Answers.ok(tenant, tenant.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("tenant:write")
    public Response change(@HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        change.change(Parameters.version(ifMatch), present -> binding.patch(patch, present, TenantSettings.class));
        return get();
    }
}
