package io.tenantry.web.tenant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.tenant.webhook.AskForDelivery;
import io.tenantry.tenant.webhook.AttemptView;
import io.tenantry.tenant.webhook.DeliveryDetail;
import io.tenantry.tenant.webhook.DeliveryState;
import io.tenantry.tenant.webhook.DeliveryView;
import io.tenantry.tenant.webhook.FindDeliveries;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What was and will be sent to the tenant's endpoints. */
@Path("webhooks/deliveries")
@RequestScoped
@Produces("application/json")
public class WebhookDeliveriesResource {

    @Inject
    FindDeliveries find;

    @Inject
    AskForDelivery ask;

    public record RequestView(
            @JsonRawValue @Schema(implementation = Object.class)
            String headers) {}

    /** {@code body}: its first 16 KB. */
    public record ResponseView(
            int status,

            @JsonRawValue @Schema(implementation = Object.class)
            String headers,

            String body) {}

    /** {@code response}: {@code null} if there was none. */
    public record WebhookAttemptView(
            int number, Instant at, int durationMillis, RequestView request, ResponseView response, String error) {

        static WebhookAttemptView of(AttemptView attempt) {
            return new WebhookAttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.durationMillis(),
                    new RequestView(attempt.requestHeaders()),
                    attempt.status() == null
                            ? null
                            : new ResponseView(attempt.status(), attempt.responseHeaders(), attempt.responseBody()),
                    attempt.error());
        }
    }

    /** As {@link DeliveryView}, with what was sent and answered. */
    public record DeliveryDetailView(
            UUID id,
            UUID webhookId,
            UUID eventId,
            String type,
            DeliveryState state,
            Instant nextAttemptAt,
            String error,
            Instant createdAt,
            Instant endedAt,

            @JsonRawValue @Schema(implementation = Object.class)
            String payload,

            List<WebhookAttemptView> attempts) {

        static DeliveryDetailView of(DeliveryDetail detail) {
            DeliveryView delivery = detail.delivery();
            return new DeliveryDetailView(
                    delivery.id(),
                    delivery.webhookId(),
                    delivery.eventId(),
                    delivery.type(),
                    delivery.state(),
                    delivery.nextAttemptAt(),
                    delivery.error(),
                    delivery.createdAt(),
                    delivery.endedAt(),
                    detail.payload(),
                    detail.attempts().stream().map(WebhookAttemptView::of).toList());
        }
    }

    @GET
    @Path("{id}")
    @RequiresPermission("webhooks:read")
    public DeliveryDetailView get(@PathParam("id") String id) {
        return DeliveryDetailView.of(find.get(Parameters.id(id)));
    }

    /** Sends it once more, whatever became of it. */
    @POST
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @Path("{id}/redeliver")
    @RequiresPermission("webhooks:write")
    public Response redeliver(@PathParam("id") String id) {
        return Response.accepted(ask.again(Parameters.id(id))).build();
    }
}
