package io.tenantry.web.tenant;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.invitation.AcceptInvitation;
import io.tenantry.tenant.invitation.FindInvitations;
import io.tenantry.tenant.invitation.InvitationValues;
import io.tenantry.tenant.invitation.InvitationView;
import io.tenantry.tenant.invitation.InviteMember;
import io.tenantry.tenant.invitation.OpenInvitation;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.http.SignedInAccount;
import io.tenantry.web.signin.SignedInView.TenantRole;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Invitations to become a member. Those that are accepted or revoked are gone; the activity log tells of them. */
@Path("users/invitations")
@RequestScoped
@Produces("application/json")
public class InvitationsResource {

    @Inject
    FindInvitations find;

    @Inject
    InviteMember invite;

    @Inject
    AcceptInvitation accept;

    @Inject
    SignedInAccount signedIn;

    @Inject
    CurrentRequest current;

    /** {@code token}: what the link carries. */
    public record LookRequest(
            @NotBlank @Size(min = 1, max = 200) String token) {}

    /** {@code displayName} and {@code password} are for a new account only. */
    public record AcceptRequest(
            @NotBlank @Size(min = 1, max = 200) String token,
            @Size(min = 1, max = 200) String displayName,
            @Size(min = 10, max = 200) String password) {}

    @GET
    @RequiresPermission("users:read")
    public Page<InvitationView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @Path("{id}")
    @RequiresPermission("users:read")
    public Response get(@PathParam("id") String id) {
        return answer(find.get(Parameters.id(id)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @Consumes("application/json")
    @Idempotent
    @RequiresPermission("users:write")
    public Response invite(InvitationValues values, @Context HttpHeaders headers) {
        String language = values.language() == null
                ? Texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .getLanguage()
                : values.language();
        InvitationView invitation =
                invite.invite(values, language, current.access().permissions());
        return Answers.created("users/invitations/" + invitation.id(), invitation, invitation.version());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @Path("{id}/resend")
    @RequiresPermission("users:write")
    public Response resend(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(invite.resend(
                Parameters.id(id), Parameters.version(ifMatch), current.access().permissions()));
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("users:write")
    public void revoke(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        invite.revoke(
                Parameters.id(id), Parameters.version(ifMatch), current.access().permissions());
    }

    /** What a link leads to. A POST, so that its secret is in no log of addresses. */
    @POST
    @Path("look")
    @Anyone
    @Consumes("application/json")
    public OpenInvitation look(LookRequest request) {
        return accept.look(request.token());
    }

    /** Whoever is signed in, in whichever tenant, accepts as that account; else a new account is made. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TenantRole.class)))
    @Path("accept")
    @Anyone
    @Consumes("application/json")
    public Response accept(AcceptRequest request, @Context SecurityContext security) {
        TenantRole joined = TenantRole.of(
                accept.accept(request.token(), signedIn.of(security), request.displayName(), request.password()));
        return Response.created(URI.create("me")).entity(joined).build();
    }

    private static Response answer(InvitationView invitation) {
        return Answers.ok(invitation, invitation.version());
    }
}
