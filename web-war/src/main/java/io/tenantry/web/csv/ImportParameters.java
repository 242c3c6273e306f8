package io.tenantry.web.csv;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every import takes. */
public class ImportParameters {

    @QueryParam("dryRun")
    @Parameter(description = "true: says what would happen, and changes nothing")
    public String dryRun;

    @QueryParam("onError")
    @Parameter(description = "fail (all lines or none) or skip (the valid lines); fail if not given")
    public String onError;

    boolean isDryRun() {
        return Parameters.flag("dryRun", dryRun);
    }

    /** @throws ProblemException {@code validation} */
    boolean isPartly() {
        if (onError == null || onError.equals("fail")) {
            return false;
        }
        if (onError.equals("skip")) {
            return true;
        }
        throw ProblemException.invalid("/onError", "validation.one-of", "fail, skip");
    }
}
