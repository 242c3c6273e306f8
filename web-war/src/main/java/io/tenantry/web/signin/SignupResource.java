package io.tenantry.web.signin;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.signup.SignUp;
import io.tenantry.tenant.signup.SignupSwitch;
import io.tenantry.tenant.signup.SignupValues;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.Hosts;
import io.tenantry.web.http.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Founding an organization oneself. */
@Path("signup")
@RequestScoped
@Produces("application/json")
@Anyone
public class SignupResource {

    @Inject
    SignupSwitch signupSwitch;

    @Inject
    SignUp signUp;

    @Inject
    HttpServletRequest request;

    /** The same answer whether or not there is an account with the address. */
    @POST
    @APIResponse(responseCode = "202", description = "an e-mail goes out")
    @Consumes("application/json")
    public Response signUp(SignupValues values, @Context HttpHeaders headers) {
        signupSwitch.requireOn(Hosts.tenantOf(request));
        signUp.request(
                values,
                Texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                Origin.of(request).address());
        return Response.accepted().build();
    }
}
