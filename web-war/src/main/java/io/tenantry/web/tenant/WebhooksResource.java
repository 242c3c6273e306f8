package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.webhook.AskForDelivery;
import io.tenantry.tenant.webhook.ChangeWebhook;
import io.tenantry.tenant.webhook.CreateWebhook;
import io.tenantry.tenant.webhook.DeliveryState;
import io.tenantry.tenant.webhook.DeliveryView;
import io.tenantry.tenant.webhook.FindDeliveries;
import io.tenantry.tenant.webhook.FindWebhooks;
import io.tenantry.tenant.webhook.IssuedWebhook;
import io.tenantry.tenant.webhook.WebhookTargets;
import io.tenantry.tenant.webhook.WebhookValues;
import io.tenantry.tenant.webhook.WebhookView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The tenant's endpoints, which are told of its events.
 *
 * <p>No call that makes a secret honours {@code Idempotency-Key}: an answer that is kept would keep the secret in it.
 */
@Path("webhooks")
@RequestScoped
@Produces("application/json")
public class WebhooksResource {

    private static final int DEFAULT_OVERLAP_HOURS = 24;

    @Inject
    FindWebhooks find;

    @Inject
    FindDeliveries deliveries;

    @Inject
    CreateWebhook create;

    @Inject
    ChangeWebhook change;

    @Inject
    AskForDelivery ask;

    @Inject
    WebhookTargets targets;

    @Inject
    BodyBinding binding;

    /** {@code overlapHours}: for how long the secret before signs along, at most a week; a day if not said. */
    public record RotateSecretRequest(@Min(0) @Max(168) Integer overlapHours) {}

    @GET
    @RequiresPermission("webhooks:read")
    public Page<WebhookView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Path("{id}")
    @RequiresPermission("webhooks:read")
    public Response get(@PathParam("id") String id) {
        WebhookView webhook = find.get(Parameters.id(id));
        return Answers.ok(webhook, webhook.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedWebhookView.class)))
    @Consumes("application/json")
    @RequiresPermission("webhooks:write")
    public Response create(WebhookValues values) {
        targets.require(values.url());
        IssuedWebhook issued = create.create(values);
        return Answers.created(
                "webhooks/" + issued.webhook().id(),
                IssuedWebhookView.of(issued),
                issued.webhook().version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("webhooks:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        if (patch.path("url").isTextual()) {
            targets.require(patch.path("url").textValue());
        }
        WebhookView webhook = change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, WebhookValues.class));
        return Answers.ok(webhook, webhook.version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("webhooks:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        change.delete(Parameters.id(id), Parameters.version(ifMatch));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IssuedWebhookView.class)))
    @Path("{id}/rotate-secret")
    @Consumes("application/json")
    @RequiresPermission("webhooks:write")
    public Response rotate(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, RotateSecretRequest request) {
        IssuedWebhook issued = change.rotate(
                Parameters.id(id),
                Parameters.version(ifMatch),
                Duration.ofHours(Optional.ofNullable(request.overlapHours()).orElse(DEFAULT_OVERLAP_HOURS)));
        return Answers.ok(IssuedWebhookView.of(issued), issued.webhook().version());
    }

    /** An event that goes to this endpoint alone. */
    @POST
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @Path("{id}/test")
    @RequiresPermission("webhooks:write")
    public Response test(@PathParam("id") String id) {
        return Response.accepted(ask.test(Parameters.id(id))).build();
    }

    @GET
    @Path("{id}/deliveries")
    @RequiresPermission("webhooks:read")
    public Page<DeliveryView> deliveries(
            @PathParam("id") String id,
            @QueryParam("state") String state,
            @QueryParam("type") String type,
            @BeanParam ListParameters list) {
        return deliveries.page(
                Parameters.id(id), Parameters.oneOf(DeliveryState.class, "state", state), type, list.page());
    }
}
