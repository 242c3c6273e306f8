package io.tenantry.probe;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Calls what is gated, in the caller's thread or later in another, and tells how it ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatedJobs {

    @Inject
    Gated gated;

    @Inject
    GatedClass gatedClass;

    public String now(TenantId tenant, String what) {
        return ended(tenant, useCase(what));
    }

    @Asynchronous
    public Future<String> later(TenantId tenant, String what) {
        return new AsyncResult<>(ended(tenant, useCase(what)));
    }

    private Supplier<String> useCase(String what) {
        return switch (what) {
            case "feature" -> gated::feature;
            case "limit" -> gated::limit;
            case "failing" -> gated::failing;
            case "class" -> gatedClass::open;
            default -> () -> gated.count(Long.parseLong(what));
        };
    }

    /** What {@code work} answers, or the problem it ends in. */
    public static String ended(TenantId tenant, Supplier<String> work) {
        try {
            return TenantContext.call(tenant, work);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    return problem.type().slug() + " " + problem.members().get("plan");
                }
            }
            return "failed";
        }
    }
}
