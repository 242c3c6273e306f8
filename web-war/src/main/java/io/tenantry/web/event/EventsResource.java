package io.tenantry.web.event;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.event.EventTypes;
import io.tenantry.tenant.event.FindEvents;
import io.tenantry.tenant.event.FindEvents.Beginning;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.RepeatedVerification;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What happens in the tenant, while it happens, as server-sent events.
 *
 * <p>The request is let in like every other one. Then its answer is written without JAX-RS, which would need a thread for
 * as long as it lasts (ADR 32).
 */
@Path("events")
@RequestScoped
public class EventsResource {

    static final String PERMISSION = "events:read";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentRequest current;

    @Inject
    RepeatedVerification verification;

    @Inject
    EventTypes types;

    @Inject
    FindEvents events;

    @Inject
    OpenStreams streams;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresPermission(PERMISSION)
    @APIResponse(
            responseCode = "200",
            description = "events, one after the other, until the client goes or may listen no more",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public void listen(
            @Suspended AsyncResponse answer,
            @QueryParam("types")
                    @Parameter(description = "types of events, separated by commas; alerta.* for all that begin so")
                    String wanted,
            @QueryParam("lastEventId") @Parameter(description = "for clients that cannot set Last-Event-ID")
                    String lastEventId,
            @HeaderParam("Last-Event-ID") @Parameter(description = "goes on after this event") String lastEventIdHeader)
            throws IOException {
        Access access = current.access();
        Interest interest = Interest.in(wanted, types.all());
        Set<String> visible = interest.requireVisible(access);
        Long known = LastEventId.of(lastEventIdHeader, lastEventId);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            answer.resume(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
            return;
        }
        begin(answer, listening(access, interest), visible, events.beginning(known));
    }

    private Listening listening(Access access, Interest interest) {
        if (!(request.getUserPrincipal() instanceof JsonWebToken token)) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        return new Listening(
                access.place().orElseThrow().tenant(),
                access.accountId(),
                interest,
                verification.of(access, token),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private void begin(AsyncResponse answer, Listening listening, Set<String> visible, Beginning beginning)
            throws IOException {
        String usage = visible.contains(Interest.USAGE) ? streams.usage() : null;
        AsyncContext context = request.getAsyncContext();
        EventStream stream = new EventStream(context, answer, listening, visible, beginning.number(), streams);
        streams.add(stream);
        List<byte[]> first = new ArrayList<>(List.of(EventText.beginning(beginning.number())));
        if (!beginning.complete()) {
            first.add(EventText.reset());
        }
        stream.open(first);
        if (usage != null) {
            stream.usage(usage);
        }
        streams.listen(stream);
    }
}
