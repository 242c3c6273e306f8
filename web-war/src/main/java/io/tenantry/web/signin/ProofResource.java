package io.tenantry.web.signin;

import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signup.ProveEmail;
import io.tenantry.tenant.signup.SignupSwitch;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.Hosts;
import io.tenantry.web.signin.SignedInView.TenantName;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The proof of an address, with which a sign-up comes true. */
@Path("auth/email")
@RequestScoped
@Produces("application/json")
@Anyone
public class ProofResource {

    @Inject
    SignupSwitch signupSwitch;

    @Inject
    ProveEmail proveEmail;

    @Inject
    HttpServletRequest request;

    /**
     * {@code token}: what the e-mail's link carries. {@code slug}: if the one wanted first is taken meanwhile. {@code
     * password}: if given, it must be the one of the sign-up.
     */
    public record ProofRequest(
            @NotBlank @Size(min = 1, max = 200) String token,
            @Size(min = 2, max = 63) String slug,
            @Size(min = 1, max = 200) String password) {

        /** Without the password, wherever it may be written. */
        @Override
        public String toString() {
            return "proof";
        }
    }

    public record FoundedView(TenantName tenant) {}

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FoundedView.class)))
    @Path("verify")
    @Consumes("application/json")
    public Response verify(ProofRequest body) {
        signupSwitch.requireOn(Hosts.tenantOf(request));
        Membership owner = proveEmail.with(
                body.token(), Optional.ofNullable(body.slug()).map(Slug::new), Optional.ofNullable(body.password()));
        TenantName tenant = new TenantName(owner.tenant().value(), owner.slug(), owner.name());
        return Response.created(URI.create("me"))
                .entity(new FoundedView(tenant))
                .build();
    }
}
