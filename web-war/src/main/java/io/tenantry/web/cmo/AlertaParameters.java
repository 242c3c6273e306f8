package io.tenantry.web.cmo;

import io.tenantry.cmo.alerta.AlertaSeverity;
import io.tenantry.cmo.alerta.AlertaStatus;
import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.cmo.alerta.FindAlertas;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow the list of alerts. */
public class AlertaParameters {

    @QueryParam("q")
    @Parameter(description = "part of the message")
    public String q;

    @QueryParam("status")
    @Parameter(description = "one or several, with commas between them")
    public String status;

    @QueryParam("type")
    @Parameter(description = "one or several, with commas between them")
    public String type;

    @QueryParam("severity")
    @Parameter(description = "one or several, with commas between them")
    public String severity;

    @QueryParam("precintoId")
    public String precintoId;

    @QueryParam("transitoId")
    public String transitoId;

    @QueryParam("from")
    @Parameter(description = "earliest creation")
    public String from;

    @QueryParam("to")
    @Parameter(description = "end of the range, exclusive")
    public String to;

    /** @throws ProblemException {@code validation} */
    FindAlertas.Filter filter() {
        return new FindAlertas.Filter(
                Parameters.searchOrNull("q", q),
                Parameters.someOf(AlertaStatus.class, "status", status),
                Parameters.someOf(AlertaType.class, "type", type),
                Parameters.someOf(AlertaSeverity.class, "severity", severity),
                Parameters.idOrNull("precintoId", precintoId),
                Parameters.idOrNull("transitoId", transitoId),
                Parameters.instantOrNull("from", from),
                Parameters.instantOrNull("to", to));
    }
}
