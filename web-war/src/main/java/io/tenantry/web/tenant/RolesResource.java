package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.role.ChangeRole;
import io.tenantry.tenant.role.CreateRole;
import io.tenantry.tenant.role.FindRoles;
import io.tenantry.tenant.role.RoleValues;
import io.tenantry.tenant.role.RoleView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The built-in roles and the tenant's own. An id is the code of a built-in role or that of an own one. */
@Path("roles")
@RequestScoped
@Produces("application/json")
public class RolesResource {

    @Inject
    FindRoles find;

    @Inject
    CreateRole create;

    @Inject
    ChangeRole change;

    @Inject
    BodyBinding binding;

    @Inject
    CurrentRequest current;

    /** Always whole, so {@code nextCursor} is {@code null}. */
    public record RolesView(List<RoleView> items, String nextCursor) {}

    @GET
    @RequiresPermission("roles:read")
    public RolesView list() {
        return new RolesView(find.all(), null);
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoleView.class)))
    @Path("{id}")
    @RequiresPermission("roles:read")
    public Response get(@PathParam("id") String id) {
        RoleView role = find.get(role(id));
        return Answers.ok(role, role.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RoleView.class)))
    @Consumes("application/json")
    @RequiresPermission("roles:write")
    @Idempotent
    public Response create(RoleValues values) {
        RoleView role = create.create(values, current.access().permissions());
        return Answers.created("roles/" + role.id(), role, role.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoleView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("roles:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        RoleView role = change.change(
                role(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, RoleValues.class),
                current.access().permissions());
        return Answers.ok(role, role.version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("roles:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        change.delete(role(id), Parameters.version(ifMatch), current.access().permissions());
    }

    /** What is none cannot exist. */
    private static MemberRole role(String id) {
        return MemberRole.find(id).orElseThrow(ProblemException::notFound);
    }
}
