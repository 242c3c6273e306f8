package io.tenantry.web.billing;

import io.tenantry.billing.change.ChangePlan;
import io.tenantry.billing.change.PreviewPlanChange;
import io.tenantry.billing.change.WantedPlan;
import io.tenantry.billing.subscription.ChangeSubscription;
import io.tenantry.billing.subscription.FindSubscription;
import io.tenantry.billing.subscription.SubscriptionView;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.OpenBeyondCallLimit;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the tenant subscribes to. */
@Path("billing/subscription")
@RequestScoped
@Produces("application/json")
@OpenBeyondCallLimit
public class SubscriptionResource {

    @Inject
    FindSubscription find;

    @Inject
    ChangePlan changePlan;

    @Inject
    PreviewPlanChange preview;

    @Inject
    ChangeSubscription change;

    /** {@code when}: at once, or when what is paid for has ended. */
    public record PlanChangeRequest(
            @NotBlank @Size(min = 1, max = 63) String plan,
            @NotNull When when) {}

    @GET
    @OpenToSuspended
    @RequiresPermission("billing:read")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response get() {
        SubscriptionView subscription = find.get();
        return Answers.ok(subscription, subscription.version());
    }

    @PUT
    @Idempotent
    @Consumes("application/json")
    @RequiresPermission("billing:write")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response change(@HeaderParam("If-Match") String ifMatch, PlanChangeRequest request) {
        OptionalLong expected = Parameters.version(ifMatch);
        WantedPlan wanted = WantedPlan.of(request.plan());
        if (request.when() == When.NOW) {
            changePlan.now(expected, wanted);
        } else {
            changePlan.atPeriodEnd(expected, wanted);
        }
        return get();
    }

    @POST
    @Path("preview")
    @Consumes("application/json")
    @RequiresPermission("billing:read")
    public PlanPreviewView preview(PlanChangeRequest request, @HeaderParam("Accept-Language") String language) {
        WantedPlan wanted = WantedPlan.of(request.plan());
        PreviewPlanChange.Preview shown =
                request.when() == When.NOW ? preview.now(wanted) : preview.atPeriodEnd(wanted);
        return PlanPreviewView.of(shown, Texts.negotiate(language));
    }

    @POST
    @Path("cancel")
    @Idempotent
    @RequiresPermission("billing:write")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response cancel(@HeaderParam("If-Match") String ifMatch) {
        change.cancel(Parameters.version(ifMatch));
        return get();
    }

    /** Takes back that it will be cancelled. */
    @POST
    @Path("resume")
    @Idempotent
    @RequiresPermission("billing:write")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response resume(@HeaderParam("If-Match") String ifMatch) {
        change.keep(Parameters.version(ifMatch));
        return get();
    }
}
