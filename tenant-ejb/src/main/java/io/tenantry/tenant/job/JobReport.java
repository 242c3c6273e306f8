package io.tenantry.tenant.job;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run has done.
 *
 * @param due pieces of work found
 * @param done pieces done by this run
 * @param already pieces that another run had done
 * @param failures pieces left over, which the next run finds again
 */
public record JobReport(long due, long done, long already, List<JobFailure> failures) {

    public static final JobReport NOTHING = new JobReport(0, 0, 0, List.of());

    public JobReport {
        failures = List.copyOf(failures);
    }

    /** Both together. */
    public JobReport plus(JobReport other) {
        List<JobFailure> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new JobReport(due + other.due, done + other.done, already + other.already, all);
    }
}
