package io.tenantry.web.signin;

import io.tenantry.tenant.impersonation.EndImpersonation;
import io.tenantry.tenant.impersonation.ExchangeHandOver;
import io.tenantry.tenant.signin.SignedIn;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.OpenToImpersonation;
import io.tenantry.web.http.SignedInOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Acting as somebody in a tenant: from the exchange of a hand-over token to the end. */
@Path("auth/impersonation")
@RequestScoped
@Produces("application/json")
public class ImpersonationResource {

    @Inject
    ExchangeHandOver exchange;

    @Inject
    EndImpersonation end;

    @Inject
    RefreshCookie cookie;

    @Inject
    CurrentRequest current;

    public record ExchangeRequest(
            @NotBlank @Size(min = 1, max = 200) String token) {}

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @Anyone
    @Consumes("application/json")
    public Response exchange(ExchangeRequest request) {
        SignedIn signedIn = exchange.with(request.token());
        return Response.ok(SignedInView.of(signedIn))
                .cookie(cookie.of(signedIn))
                .build();
    }

    @POST
    @Path("end")
    @SignedInOnly
    @OpenToImpersonation
    public Response end() {
        end.end(current.access());
        return Response.noContent().cookie(cookie.ofNothing()).build();
    }
}
