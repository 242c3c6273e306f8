package io.tenantry.tenant.job;

import java.util.Set;

/**
 * Work that falls due in each time zone when a local day begins; make it a bean, and it runs once for each day and zone,
 * missed days included.
 *
 * <p>It may be repeated, run late, run on two nodes at once and be killed at any moment, so it finds its work by query
 * and claims each piece by a unique key. It opens its own transactions, one for each tenant or chunk of tenants; one
 * tenant's bad data is reported and stops nobody else.
 */
public interface DailyJob {

    /** As in the API and in {@code job_run}, such as {@code usage-snapshot}. */
    String name();

    /** Place among the jobs of the same moment, lowest first. */
    int order();

    /** Names of jobs whose work this one rests on: it does not begin a day that one of them has not done. */
    default Set<String> after() {
        return Set.of();
    }

    /** Does what is due for the tenants of a zone. Runs on a thread that works for no tenant and in no transaction. */
    JobReport run(JobSlot slot);
}
