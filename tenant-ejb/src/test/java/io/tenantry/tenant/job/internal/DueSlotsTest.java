package io.tenantry.tenant.job.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.Jobs.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueSlotsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");
    private static final Job SNAPSHOT = Job.of(new Named("snapshot", 10, Set.of()));
    private static final Job INVOICES = Job.of(new Named("invoices", 30, Set.of("snapshot")));
    private static final Job APART = Job.of(new Named("apart", 30, Set.of()));
    private static final ZoneId EAST = ZoneId.of("Pacific/Kiritimati");
    private static final ZoneId WEST = ZoneId.of("Pacific/Pago_Pago");

    private final DueSlots due = new DueSlots(
            List.of(line(INVOICES, WEST, 2), line(APART, WEST, 2), line(INVOICES, EAST, 2), line(SNAPSHOT, EAST, 1)));

    @Test
    void comeInTheOrderOfTheirInstantsThenOfTheJobs() {
        assertThat(all(NOW))
                .containsExactly(
                        "snapshot 2026-03-01 Pacific/Kiritimati",
                        "snapshot 2026-03-02 Pacific/Kiritimati",
                        "invoices 2026-03-02 Pacific/Kiritimati",
                        "snapshot 2026-03-03 Pacific/Kiritimati",
                        "invoices 2026-03-03 Pacific/Kiritimati",
                        "apart 2026-03-02 Pacific/Pago_Pago",
                        "invoices 2026-03-02 Pacific/Pago_Pago");
    }

    @Test
    void doNotComeBeforeTheirTime() {
        assertThat(all(NOW.minus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void restAfterAFailureWithoutHoldingUpOthers() {
        assertThat(due.next(NOW)).isPresent();

        assertThat(all(NOW))
                .doesNotContain("snapshot 2026-03-02 Pacific/Kiritimati")
                .contains("invoices 2026-03-03 Pacific/Kiritimati", "apart 2026-03-02 Pacific/Pago_Pago");
    }

    @Test
    void waitForWhatTheyRestOn() {
        Line failed = due.next(NOW).orElseThrow();

        due.leaveWhatRestsOn(failed);

        assertThat(all(NOW))
                .containsExactly("apart 2026-03-02 Pacific/Pago_Pago", "invoices 2026-03-02 Pacific/Pago_Pago");
    }

    @Test
    void leaveAZoneToTheNodeThatIsAtIt() {
        due.leave(EAST);

        assertThat(all(NOW))
                .containsExactly("apart 2026-03-02 Pacific/Pago_Pago", "invoices 2026-03-02 Pacific/Pago_Pago");
    }

    private List<String> all(Instant now) {
        List<String> said = new ArrayList<>();
        for (Optional<Line> next = due.next(now); next.isPresent(); next = due.next(now)) {
            Line line = next.get();
            said.add(line.job().name() + " " + line.day() + " " + line.zone());
            due.done(line);
        }
        return said;
    }

    private record Named(String name, int order, Set<String> after) implements DailyJob {

        @Override
        public JobReport run(JobSlot slot) {
            return JobReport.NOTHING;
        }
    }

    private static Line line(Job job, ZoneId zone, int day) {
        return new Line(job, zone, LocalDate.of(2026, 3, day));
    }
}
