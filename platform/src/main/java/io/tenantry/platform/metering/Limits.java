package io.tenantry.platform.metering;

/**
 * The quantities of resources a tenant holds, counted exactly under any concurrency.
 *
 * <p>Resources are named as in the API: {@code users}, {@code precintos}. Both methods take part in the caller's
 * transaction and work for the thread's tenant.
 */
public interface Limits {

    /**
     * Takes {@code quantity} more of a resource.
     *
     * @throws io.tenantry.platform.problem.ProblemException {@code limit-exceeded} if the plan's hard limit forbids it
     */
    void take(String resource, long quantity);

    /** Gives {@code quantity} of a resource back. */
    void release(String resource, long quantity);
}
