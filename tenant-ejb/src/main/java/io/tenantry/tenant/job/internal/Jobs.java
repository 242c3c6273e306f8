package io.tenantry.tenant.job.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.job.DailyJob;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The daily jobs, gathered from all modules. */
@ApplicationScoped
public class Jobs {

    @Inject
    @Any
    Instance<DailyJob> beans;

    private final Map<String, Job> byName = new TreeMap<>();

    /** A job, with what it says about itself once for all. */
    public record Job(String name, int order, DailyJob work) {

        public static Job of(DailyJob work) {
            return new Job(work.name(), work.order(), work);
        }
    }

    @PostConstruct
    void gather() {
        for (DailyJob bean : beans) {
            Job job = Job.of(bean);
            if (byName.put(job.name(), job) != null) {
                throw new IllegalStateException("two jobs are named " + job.name());
            }
        }
    }

    /** In the order in which they run. */
    public List<Job> all() {
        List<Job> jobs = new ArrayList<>(byName.values());
        jobs.sort(Comparator.comparingInt(Job::order).thenComparing(Job::name));
        return jobs;
    }

    /** @throws ProblemException {@code not-found} */
    public Job named(String name) {
        Job job = byName.get(name);
        if (job == null) {
            throw ProblemException.notFound();
        }
        return job;
    }
}
