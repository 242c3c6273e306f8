package io.tenantry.web.tenant;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.FindActivity;
import io.tenantry.web.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow the activity log. */
public class ActivityParameters {

    @QueryParam("from")
    @Parameter(description = "earliest time")
    public String from;

    @QueryParam("to")
    @Parameter(description = "end of the range, exclusive")
    public String to;

    @QueryParam("actor")
    @Parameter(description = "e-mail address, or name of an API key")
    public String actor;

    @QueryParam("action")
    public String action;

    @QueryParam("entity")
    public String entity;

    @QueryParam("entityId")
    public String entityId;

    /** @throws ProblemException {@code validation} */
    FindActivity.Filter filter() {
        return new FindActivity.Filter(
                Parameters.instantOrNull("from", from),
                Parameters.instantOrNull("to", to),
                actor,
                action,
                entity,
                Parameters.idOrNull("entityId", entityId));
    }
}
