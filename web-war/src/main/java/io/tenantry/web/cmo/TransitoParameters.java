package io.tenantry.web.cmo;

import io.tenantry.cmo.transito.FindTransitos;
import io.tenantry.cmo.transito.TransitoStatus;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow the list of transits. */
public class TransitoParameters {

    @QueryParam("q")
    @Parameter(description = "part of the code, the plate, the origin or the destination")
    public String q;

    @QueryParam("status")
    @Parameter(description = "one or several, with commas between them")
    public String status;

    @QueryParam("precintoId")
    public String precintoId;

    @QueryParam("startedFrom")
    @Parameter(description = "earliest start")
    public String startedFrom;

    @QueryParam("startedTo")
    @Parameter(description = "end of the range, exclusive")
    public String startedTo;

    @QueryParam("overdue")
    @Parameter(description = "true: in progress, and should have arrived")
    public String overdue;

    /** @throws ProblemException {@code validation} */
    FindTransitos.Filter filter() {
        return new FindTransitos.Filter(
                Parameters.searchOrNull("q", q),
                Parameters.someOf(TransitoStatus.class, "status", status),
                Parameters.idOrNull("precintoId", precintoId),
                Parameters.instantOrNull("startedFrom", startedFrom),
                Parameters.instantOrNull("startedTo", startedTo),
                Parameters.flag("overdue", overdue));
    }
}
