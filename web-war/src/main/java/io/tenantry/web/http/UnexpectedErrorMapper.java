package io.tenantry.web.http;

import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers everything else: a problem inside a container's wrapper, or a defect, which is logged once. */
@Provider
@Dependent
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOGGER = ContextLogger.of(UnexpectedErrorMapper.class);

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable error) {
        return ProblemAnswer.of(problem(error), headers);
    }

    /** As which problem an error is answered. */
    static ProblemException problem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof OptimisticLockException) {
                return ProblemException.of(ProblemType.PRECONDITION_FAILED);
            }
        }
        LOGGER.log(System.Logger.Level.ERROR, "request failed", error);
        return ProblemException.of(ProblemType.INTERNAL);
    }
}
