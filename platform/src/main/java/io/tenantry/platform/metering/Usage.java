package io.tenantry.platform.metering;

/**
 * What a tenant consumes, counted in its billing period: exact under any concurrency, in the caller's transaction and for
 * the thread's tenant. What it holds is counted by {@link Limits}.
 */
public interface Usage {

    /**
     * Counts {@code quantity} of a resource, such as {@code transitos}, at the time of the business clock.
     *
     * @throws io.tenantry.platform.problem.ProblemException {@code limit-exceeded} if the plan's hard limit forbids it
     */
    void record(String resource, long quantity);
}
