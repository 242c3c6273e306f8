package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.tenant.usage.FindUsage;
import io.tenantry.tenant.usage.RecordEvents;
import io.tenantry.tenant.usage.UsageEvent;
import io.tenantry.tenant.usage.UsageSpan;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.OpenBeyondCallLimit;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the tenant uses, and what it tells of what it has used. */
@Path("usage")
@RequestScoped
@Produces("application/json")
public class UsageResource {

    @Inject
    FindUsage find;

    @Inject
    RecordEvents events;

    @Inject
    ViewUsage view;

    /** Named as in the API. */
    public enum Granularity {
        day,
        month
    }

    /** A day, or the part of a month that was asked for; {@code end} is exclusive. */
    public record SpanView(LocalDate start, LocalDate end, BigDecimal quantity, BigDecimal peak, BigDecimal average) {

        static SpanView of(UsageSpan span) {
            return new SpanView(
                    span.start(),
                    span.end(),
                    UsageView.plain(span.quantity()),
                    UsageView.plain(span.peak()),
                    UsageView.plain(span.average()));
        }
    }

    /** {@code peak} and {@code average} of its items are {@code null} for what is consumed. */
    public record HistoryView(String resource, Granularity granularity, List<SpanView> items) {}

    /** {@code index}: place in the request; {@code id}: {@code null} if it has none that can be told. */
    public record RejectedView(String id, int index, String reason) {}

    /** How many were new, how many had an id that is known, and which could not be counted. */
    public record RecordedView(int accepted, int duplicates, List<RejectedView> rejected) {}

    @GET
    @OpenBeyondCallLimit
    @RequiresPermission("usage:read")
    public UsageView current() {
        return view.current();
    }

    @GET
    @Path("history")
    @OpenBeyondCallLimit
    @RequiresPermission("usage:read")
    public HistoryView history(
            @QueryParam("resource") String resource,
            @QueryParam("from") @Parameter(description = "first day") String from,
            @QueryParam("to") @Parameter(description = "end of the range, exclusive; at most 400 days later") String to,
            @QueryParam("granularity") @Parameter(description = "day or month") String granularity) {
        Granularity by = Optional.ofNullable(Parameters.oneOf(Granularity.class, "granularity", granularity))
                .orElse(Granularity.day);
        List<UsageSpan> spans = find.history(
                resource, Parameters.dayOrNull("from", from), Parameters.dayOrNull("to", to), by == Granularity.month);
        return new HistoryView(resource, by, spans.stream().map(SpanView::of).toList());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecordedView.class)))
    @Path("events")
    @Consumes("application/json")
    @Idempotent
    @RequiresPermission("usage:write")
    public Response record(EventsRequest request) {
        List<UsageEvent> valid = new ArrayList<>();
        List<RejectedView> rejected = new ArrayList<>();
        Function<UsageEvent, Optional<String>> rules = events.rules();
        for (int i = 0; i < request.events().size(); i++) {
            JsonNode node = request.events().get(i);
            if (!EventsRequest.isEvent(node)) {
                rejected.add(new RejectedView(EventsRequest.id(node), i, "invalid-event"));
                continue;
            }
            UsageEvent event = EventsRequest.event(node);
            Optional<String> broken = rules.apply(event);
            if (broken.isPresent()) {
                rejected.add(new RejectedView(EventsRequest.id(node), i, broken.get()));
            } else {
                valid.add(event);
            }
        }
        int accepted = events.record(valid);
        return Response.ok(new RecordedView(accepted, valid.size() - accepted, rejected))
                .build();
    }
}
