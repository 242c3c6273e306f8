package io.tenantry.web.tenant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.activity.ActivityEntry;
import io.tenantry.tenant.activity.FindActivity;
import io.tenantry.tenant.activity.Verification;
import io.tenantry.tenant.activity.VerifyActivity;
import io.tenantry.web.http.CsvList;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What was done in the tenant. */
@Path("activity")
@RequestScoped
public class ActivityResource {

    @Inject
    FindActivity find;

    @Inject
    VerifyActivity verify;

    /** As {@link ActivityEntry}, with the values before and after as JSON objects. */
    public record EntryView(
            UUID id,
            Instant at,
            String actor,
            UUID actorId,
            String actorKind,
            String actingAs,
            String action,
            String entity,
            UUID entityId,

            @JsonRawValue @Schema(implementation = Object.class)
            String before,

            @JsonRawValue @Schema(implementation = Object.class)
            String after,

            String requestId) {

        static EntryView of(ActivityEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.actorId(),
                    entry.actorKind(),
                    entry.actingAs(),
                    entry.action(),
                    entry.entity(),
                    entry.entityId(),
                    entry.before(),
                    entry.after(),
                    entry.requestId());
        }
    }

    /** A page of the list, by name for the API's description. */
    public record EntryPage(List<EntryView> items, String nextCursor) {}

    /** {@code id}: the entry, {@code null} where it is a seal. */
    public record ProblemView(String kind, UUID id, Instant at) {}

    /** {@code firstProblem}: {@code null} if the log is intact. */
    public record VerificationView(
            boolean intact, long entries, long sealedEntries, Instant sealedUntil, ProblemView firstProblem) {

        static VerificationView of(Verification verification) {
            Verification.Problem problem = verification.firstProblem();
            return new VerificationView(
                    verification.intact(),
                    verification.entries(),
                    verification.sealedEntries(),
                    verification.sealedUntil(),
                    problem == null ? null : new ProblemView(problem.kind().code(), problem.id(), problem.at()));
        }
    }

    @GET
    @Produces({"application/json", "text/csv"})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = EntryPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @RequiresPermission("activity:read")
    public Response list(
            @BeanParam ListParameters list,
            @BeanParam ActivityParameters parameters,
            @QueryParam("format") @Parameter(description = "json or csv, instead of Accept") String format,
            @Context Request request) {
        FindActivity.Filter filter = parameters.filter();
        return CsvList.isWanted(format, request) ? csv(filter, list) : page(filter, list);
    }

    /** Whether sealed entries are as they were written. */
    @GET
    @Path("verify")
    @Produces("application/json")
    @RequiresPermission("activity:read")
    public VerificationView verify() {
        return VerificationView.of(verify.verify());
    }

    private Response page(FindActivity.Filter filter, ListParameters list) {
        Page<ActivityEntry> page = find.page(filter, list.page());
        return Response.ok(
                        new EntryPage(page.items().stream().map(EntryView::of).toList(), page.nextCursor()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The whole range, page by page: the first is read before the answer begins, so that an error still is one. */
    private Response csv(FindActivity.Filter filter, ListParameters list) {
        list.requireNone();
        return ActivityCsv.ENTRIES.answer(page -> find.page(filter, page));
    }
}
