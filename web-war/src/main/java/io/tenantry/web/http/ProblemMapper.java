package io.tenantry.web.http;

import io.tenantry.platform.problem.ProblemException;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the problem a use case ended in. */
@Provider
@Dependent
public class ProblemMapper implements ExceptionMapper<ProblemException> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(ProblemException problem) {
        return ProblemAnswer.of(problem, headers);
    }
}
