package io.tenantry.web.signin;

import io.tenantry.tenant.secondfactor.Enrolment;
import io.tenantry.tenant.secondfactor.FactorState;
import io.tenantry.tenant.secondfactor.SecondFactor;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's own second factor. Removing it is a {@code POST}: a {@code DELETE} with a body does not reach everywhere. */
@Path("me/totp")
@RequestScoped
@Produces("application/json")
@SignedInOnly
public class SecondFactorResource {

    @Inject
    SecondFactor secondFactor;

    @Inject
    ChangeCredentials change;

    @Inject
    CurrentRequest current;

    @Inject
    HttpServletRequest request;

    public record EnrolRequest(
            @NotNull @Size(min = 1, max = 200) String password) {}

    public record ConfirmRequest(
            @NotNull @Size(min = 1, max = 64) String code) {}

    public record RemoveRequest(
            @NotNull @Size(min = 1, max = 200) String password,
            @NotNull @Size(min = 1, max = 64) String code) {}

    /** Shown once; each is good once. */
    public record RecoveryCodesView(List<String> recoveryCodes) {}

    @GET
    public FactorState get() {
        return secondFactor.of(current.access().accountId());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Enrolment.class)))
    @Consumes("application/json")
    public Response enrol(EnrolRequest body) {
        Enrolment enrolment = change.enrol(
                current.access(), body.password(), Origin.of(request).address());
        return Response.created(URI.create("me/totp")).entity(enrolment).build();
    }

    /** Ends the account's other sessions, which began without a second factor. */
    @POST
    @Path("confirm")
    @Consumes("application/json")
    public RecoveryCodesView confirm(ConfirmRequest body) {
        return new RecoveryCodesView(change.confirm(current.access(), body.code()));
    }

    /** Ends the account's other sessions. */
    @POST
    @Path("remove")
    @Consumes("application/json")
    public void remove(RemoveRequest body) {
        change.removeSecondFactor(
                current.access(),
                body.password(),
                body.code(),
                Origin.of(request).address());
    }
}
