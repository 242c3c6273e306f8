package io.tenantry.web.signin;

import io.tenantry.tenant.signin.SetUpPlatform;
import io.tenantry.web.http.Anyone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The first administrator of a new platform. */
@Path("setup")
@RequestScoped
@Produces("application/json")
@Anyone
public class SetupResource {

    @Inject
    SetUpPlatform setUpPlatform;

    public record SetupView(boolean required) {}

    public record SetupRequest(
            @NotBlank @Size(min = 1, max = 200) String token,
            @NotBlank @Email @Size(min = 3, max = 320) String email,
            @NotBlank @Size(min = 1, max = 200) String displayName,
            @NotNull @Size(min = 10, max = 200) String password) {}

    @GET
    public SetupView state() {
        return new SetupView(setUpPlatform.isRequired());
    }

    @POST
    @Consumes("application/json")
    public Response setUp(SetupRequest setup) {
        setUpPlatform.withToken(setup.token(), setup.email(), setup.displayName(), setup.password());
        return Response.status(Response.Status.CREATED).entity(new SetupView(false)).build();
    }
}
