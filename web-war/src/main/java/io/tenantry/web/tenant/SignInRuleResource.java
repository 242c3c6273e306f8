package io.tenantry.web.tenant;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.secondfactor.ChangeSignInRule;
import io.tenantry.tenant.secondfactor.SignInRuleView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the tenant asks of its members' signing in. */
@Path("tenant/security")
@RequestScoped
@Produces("application/json")
public class SignInRuleResource {

    @Inject
    ChangeSignInRule rule;

    public record SignInRuleRequest(@NotNull Boolean requireSecondFactor) {}

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignInRuleView.class)))
    @RequiresPermission("security:read")
    public Response get() {
        return answer(rule.get());
    }

    /** With {@code If-Match}. */
    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignInRuleView.class)))
    @Consumes("application/json")
    @RequiresPermission("security:write")
    public Response put(@HeaderParam("If-Match") String ifMatch, SignInRuleRequest body) {
        long version =
                Parameters.version(ifMatch).orElseThrow(() -> ProblemException.of(ProblemType.PRECONDITION_REQUIRED));
        return answer(rule.change(body.requireSecondFactor(), version));
    }

    private static Response answer(SignInRuleView view) {
        return Answers.ok(view, view.version());
    }
}
