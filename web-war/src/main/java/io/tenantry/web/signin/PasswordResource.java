package io.tenantry.web.signin;

import io.tenantry.tenant.signin.ChangeCredentials;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Origin;
import io.tenantry.web.http.SignedInOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The caller's own password. */
@Path("me/password")
@RequestScoped
@Produces("application/json")
@SignedInOnly
public class PasswordResource {

    @Inject
    ChangeCredentials change;

    @Inject
    CurrentRequest current;

    @Inject
    HttpServletRequest request;

    public record PasswordRequest(
            @NotNull @Size(min = 1, max = 200) String currentPassword,
            @NotNull @Size(min = 10, max = 200) String newPassword) {}

    /** Ends the account's other sessions. */
    @PUT
    @Consumes("application/json")
    public void put(PasswordRequest body) {
        change.password(
                current.access(),
                body.currentPassword(),
                body.newPassword(),
                Origin.of(request).address());
    }
}
