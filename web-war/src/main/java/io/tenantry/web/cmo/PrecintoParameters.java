package io.tenantry.web.cmo;

import io.tenantry.cmo.precinto.FindPrecintos;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow the list of seals. */
public class PrecintoParameters {

    @QueryParam("q")
    @Parameter(description = "part of the code")
    public String q;

    @QueryParam("status")
    @Parameter(description = "one or several, with commas between them")
    public String status;

    @QueryParam("batteryBelow")
    @Parameter(description = "percent, exclusive")
    public String batteryBelow;

    @QueryParam("seenAfter")
    @Parameter(description = "earliest time at which the seal was last seen")
    public String seenAfter;

    @QueryParam("seenBefore")
    @Parameter(description = "end of the range, exclusive")
    public String seenBefore;

    /** @throws ProblemException {@code validation} */
    FindPrecintos.Filter filter() {
        return new FindPrecintos.Filter(
                Parameters.searchOrNull("q", q),
                Parameters.someOf(PrecintoStatus.class, "status", status),
                Parameters.wholeOrNull("batteryBelow", batteryBelow),
                Parameters.instantOrNull("seenAfter", seenAfter),
                Parameters.instantOrNull("seenBefore", seenBefore));
    }
}
