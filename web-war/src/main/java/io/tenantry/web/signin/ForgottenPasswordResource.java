package io.tenantry.web.signin;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.signin.ForgotPassword;
import io.tenantry.tenant.signin.ResetPassword;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A new password for whoever forgot theirs. */
@Path("auth/password")
@RequestScoped
@Produces("application/json")
@Anyone
public class ForgottenPasswordResource {

    @Inject
    ForgotPassword forgot;

    @Inject
    ResetPassword reset;

    @Inject
    HttpServletRequest request;

    public record ForgotRequest(
            @NotBlank @Size(min = 3, max = 320) String email) {}

    /** {@code token}: what the e-mail's link carries. */
    public record ResetRequest(
            @NotBlank @Size(min = 1, max = 200) String token,
            @NotNull @Size(min = 10, max = 200) String password) {}

    /** The same answer whether or not there is an account. */
    @POST
    @APIResponse(responseCode = "202", description = "an e-mail goes out if there is an account")
    @Path("forgot")
    @Consumes("application/json")
    public Response forgot(ForgotRequest body, @Context HttpHeaders headers) {
        forgot.request(
                body.email(),
                Texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                Origin.of(request).address());
        return Response.accepted().build();
    }

    /** Ends all of the account's sessions, and begins none. */
    @POST
    @Path("reset")
    @Consumes("application/json")
    public void reset(ResetRequest body) {
        reset.with(body.token(), body.password());
    }
}
