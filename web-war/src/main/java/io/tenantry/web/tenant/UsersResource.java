package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.ChangeMember;
import io.tenantry.tenant.member.FindMembers;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.MemberView;
import io.tenantry.tenant.member.RemoveMember;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.TransferOwnership;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.http.SignedInOnly;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's members. An id is that of the membership. */
@Path("users")
@RequestScoped
@Produces("application/json")
public class UsersResource {

    @Inject
    FindMembers find;

    @Inject
    ChangeMember change;

    @Inject
    RemoveMember remove;

    @Inject
    TransferOwnership transfer;

    @Inject
    BodyBinding binding;

    @Inject
    CurrentRequest current;

    /** What a client may change of a member: {@code role} is the code of a built-in role or the id of an own one. */
    public record MemberValues(@NotNull String role) {}

    @GET
    @RequiresPermission("users:read")
    public Page<MemberView> list(@BeanParam ListParameters list, @QueryParam("role") String role) {
        return find.page(role == null ? null : role(role), list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @Path("{id}")
    @RequiresPermission("users:read")
    public Response get(@PathParam("id") String id) {
        return answer(find.get(Parameters.id(id)));
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("users:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return answer(change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> role(binding.patch(patch, new MemberValues(present.code()), MemberValues.class)
                        .role()),
                current.access().permissions()));
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("users:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        remove.remove(
                Parameters.id(id), Parameters.version(ifMatch), current.access().permissions());
    }

    /** Whatever somebody's role is, they may go. */
    @POST
    @Path("leave")
    @SignedInOnly(inTenant = true)
    public void leave() {
        remove.leave();
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @Path("{id}/transfer-ownership")
    @RequiresPermission("owners:write")
    public Response transferOwnership(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(transfer.to(Parameters.id(id), Parameters.version(ifMatch)));
    }

    private static MemberRole role(String code) {
        return MemberRole.find(code)
                .orElseThrow(() -> ProblemException.invalid("/role", "validation.one-of", Role.codes()));
    }

    private static Response answer(MemberView member) {
        return Answers.ok(member, member.version());
    }
}
