package io.tenantry.web.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.signin.RefreshSession;
import io.tenantry.tenant.signin.SignIn;
import io.tenantry.tenant.signin.SignOut;
import io.tenantry.tenant.signin.SignedIn;
import io.tenantry.tenant.signin.SwitchTenant;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Origin;
import io.tenantry.web.http.RequestedTenant;
import io.tenantry.web.http.SignedInOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Signing in and out, and the refresh token's cookie. */
@Path("auth")
@RequestScoped
@Produces("application/json")
public class AuthResource {

    @Inject
    SignIn signIn;

    @Inject
    RefreshSession refreshSession;

    @Inject
    SwitchTenant switchTenant;

    @Inject
    SignOut signOut;

    @Inject
    RefreshCookie cookie;

    @Inject
    CurrentRequest current;

    @Inject
    RequestedTenant requested;

    @Inject
    HttpServletRequest request;

    /** {@code tenant}: id or slug, or {@code null}. */
    public record LoginRequest(
            @NotBlank @Size(min = 1, max = 320) String email,
            @NotNull @Size(min = 1, max = 200) String password,
            @Size(min = 1, max = 63) String tenant) {}

    public record SwitchRequest(
            @NotBlank @Size(min = 1, max = 63) String tenant) {}

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @Path("login")
    @Anyone
    @Consumes("application/json")
    public Response login(LoginRequest login, @Context UriInfo address) {
        return answer(signIn.withPassword(
                login.email().strip(),
                login.password(),
                named(login.tenant(), address),
                Origin.of(request).address()));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @Path("switch")
    @SignedInOnly
    @Consumes("application/json")
    public Response switchTenant(SwitchRequest to) {
        return answer(switchTenant.to(to.tenant(), requested.byHost(), current.access()));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @Path("refresh")
    @Anyone
    public Response refresh(@CookieParam(RefreshCookie.NAME) String token, @HeaderParam("Sec-Fetch-Site") String site) {
        requireOwnPage(site);
        if (token == null) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        return answer(refreshSession.with(token, requested.byHost()));
    }

    @POST
    @Path("logout")
    @Anyone
    public Response logout(@CookieParam(RefreshCookie.NAME) String token, @HeaderParam("Sec-Fetch-Site") String site) {
        requireOwnPage(site);
        if (token != null) {
            signOut.with(token);
        }
        return Response.noContent().cookie(cookie.ofNothing()).build();
    }

    /** A cookie comes along with other sites' requests too; browsers say from where (W3C Fetch Metadata). */
    private static void requireOwnPage(String site) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
    }

    private List<String> named(String tenant, UriInfo address) {
        List<String> named = new ArrayList<>(requested.references(address));
        if (tenant != null) {
            named.add(tenant);
        }
        return named;
    }

    private Response answer(SignedIn signedIn) {
        return Response.ok(SignedInView.of(signedIn))
                .cookie(cookie.of(signedIn))
                .build();
    }
}
