package io.tenantry.web.http;

import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters every list takes. */
public class ListParameters {

    @QueryParam("limit")
    @Parameter(description = "1 to 200, 50 if not given")
    public String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    public String cursor;

    @QueryParam("sort")
    @Parameter(description = "name of an order, with - in front for descending")
    public String sort;

    /** @throws ProblemException {@code validation} */
    public PageRequest page() {
        return new PageRequest(limit(), cursor, sort);
    }

    /** @throws ProblemException {@code validation} if one is given: the answer is no page */
    public void requireNone() {
        requireNone("limit", limit);
        requireNone("cursor", cursor);
        requireNone("sort", sort);
    }

    /** @throws ProblemException {@code validation} if a part of the list is asked for: the answer is all of it */
    public void requireWhole() {
        requireNone("limit", limit);
        requireNone("cursor", cursor);
    }

    private static void requireNone(String name, String value) {
        if (value != null) {
            throw ProblemException.invalid("/" + name, "validation.unknown-parameter");
        }
    }

    private int limit() {
        if (limit == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        return limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
    }
}
