package io.tenantry.web.tenant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.activity.ActivityEntry;
import io.tenantry.tenant.activity.FindActivity;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done in the tenant. */
@Path("activity")
@RequestScoped
@Produces("application/json")
public class ActivityResource {

    @Inject
    FindActivity find;

    /** As {@link ActivityEntry}, with the values before and after as JSON objects. */
    public record EntryView(
            UUID id,
            Instant at,
            String actor,
            UUID actorId,
            String actorKind,
            String action,
            String entity,
            UUID entityId,
            @JsonRawValue @Schema(implementation = Object.class) String before,
            @JsonRawValue @Schema(implementation = Object.class) String after,
            String requestId) {

        static EntryView of(ActivityEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.actorId(),
                    entry.actorKind(),
                    entry.action(),
                    entry.entity(),
                    entry.entityId(),
                    entry.before(),
                    entry.after(),
                    entry.requestId());
        }
    }

    @GET
    @RequiresPermission("activity:read")
    public Page<EntryView> list(
            @BeanParam ListParameters list,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("entity") String entity) {
        Page<ActivityEntry> page = find.page(
                new FindActivity.Filter(
                        Parameters.instantOrNull("from", from),
                        Parameters.instantOrNull("to", to),
                        actor,
                        action,
                        entity),
                list.page());
        return new Page<>(page.items().stream().map(EntryView::of).toList(), page.nextCursor());
    }
}
