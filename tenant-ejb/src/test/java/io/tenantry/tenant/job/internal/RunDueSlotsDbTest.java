package io.tenantry.tenant.job.internal;

import static io.tenantry.tenant.job.internal.JobNode.job;
import static io.tenantry.tenant.job.internal.JobNode.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each day of each zone runs once, whatever clocks and nodes do. */
class RunDueSlotsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final SetClock clock = new SetClock();

    @BeforeEach
    void aTenantInUtc() {
        DATABASE.superuser("truncate job_run, job_line; delete from tenant");
        tenant("UTC");
    }

    @Test
    void beginsWithTodayAndRunsItOnce() {
        JobNode node = node("a", nothing("probe", 10));

        node.wake();
        node.wake();

        assertThat(node.ran).containsExactly("probe 2026-03-01 UTC");
    }

    @Test
    void catchesUpEveryMissedDayInOrder() {
        tenant("Pacific/Kiritimati");
        JobNode node = node("a", nothing("second", 20), nothing("first", 10));
        node.wake();
        node.ran.clear();

        clock.set("2026-03-03T11:00:00Z");
        node.wake();

        assertThat(node.ran)
                .containsExactly(
                        "first 2026-03-02 UTC",
                        "second 2026-03-02 UTC",
                        "first 2026-03-03 Pacific/Kiritimati",
                        "second 2026-03-03 Pacific/Kiritimati",
                        "first 2026-03-03 UTC",
                        "second 2026-03-03 UTC",
                        "first 2026-03-04 Pacific/Kiritimati",
                        "second 2026-03-04 Pacific/Kiritimati");
    }

    @Test
    void aZoneThatIsNewWhenTheClockMovesBeginsWhereItWas() {
        JobNode node = node("a", nothing("probe", 10));

        node.move("2026-03-03T00:00:00Z");

        assertThat(node.ran).containsExactly("probe 2026-03-01 UTC", "probe 2026-03-02 UTC", "probe 2026-03-03 UTC");
    }

    @Test
    void aZoneThatNobodyUsedForAWhileDoesNotCatchUp() {
        TenantId mover = tenant("Etc/GMT+3");
        JobNode node = node("a", nothing("probe", 10));
        node.wake();

        DATABASE.superuser("update tenant set time_zone = 'UTC' where id = '" + mover + "'");
        node.move("2026-03-02T12:00:00Z");
        DATABASE.superuser("update tenant set time_zone = 'Etc/GMT+3' where id = '" + mover + "'");
        node.move("2026-03-09T12:00:00Z");
        DATABASE.superuser("update tenant set time_zone = 'UTC' where id = '" + mover + "'");
        node.wake();
        clock.set("2026-04-09T12:00:00Z");
        node.wake();
        DATABASE.superuser("update tenant set time_zone = 'Etc/GMT+3' where id = '" + mover + "'");
        node.ran.clear();
        node.wake();

        assertThat(node.ran).containsExactly("probe 2026-04-09 Etc/GMT+3");
    }

    @Test
    void anOutageIsCaughtUpAlsoByAJobThatHasNotRunYet() {
        JobNode stopped = node("a", nothing("probe", 10));
        stopped.runner.end();
        stopped.wake();
        assertThat(stopped.ran).isEmpty();
        JobNode later = node("a", nothing("probe", 10));

        clock.set("2026-03-03T12:00:00Z");
        later.wake();

        assertThat(later.ran).containsExactly("probe 2026-03-01 UTC", "probe 2026-03-02 UTC", "probe 2026-03-03 UTC");
    }

    @Test
    void forgetsRunsOfLongAgoButNotHowFarTheyCame() {
        JobNode node = node("a", nothing("probe", 10));
        node.move("2026-03-03T12:00:00Z");
        node.ran.clear();
        clock.pass(Duration.ofDays(401));

        node.runner.forget();
        node.wake();

        assertThat(number("select count(*) from job_run")).isZero();
        assertThat(node.ran).isEmpty();
    }

    @Test
    void aClockThatJumpsBackAndForwardRepeatsNothing() {
        JobNode node = node("a", nothing("probe", 10));
        node.move("2026-03-05T00:00:00Z");
        node.ran.clear();

        clock.set("2026-03-02T00:00:00Z");
        node.wake();
        clock.set("2026-03-06T00:00:00Z");
        node.wake();

        assertThat(node.ran).containsExactly("probe 2026-03-06 UTC");
    }

    @Test
    void twoNodesAtTheSameInstantRunEachSlotOnce() throws Exception {
        IntStream.range(1, 6).forEach(i -> tenant("Etc/GMT+" + i));
        JobNode one = node("a", nothing("first", 10), nothing("second", 20));
        JobNode other = node("b", nothing("first", 10), nothing("second", 20));
        CyclicBarrier start = new CyclicBarrier(2);

        CompletableFuture<Void> both = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> moveTogether(one, start)),
                CompletableFuture.runAsync(() -> moveTogether(other, start)));
        both.get(60, TimeUnit.SECONDS);

        List<String> all = new ArrayList<>(one.ran);
        all.addAll(other.ran);
        assertThat(all).hasSize(6 * 2 * 21).doesNotHaveDuplicates();
        assertThat(number("select count(*) from job_run where status = 'done' and attempt = 1"))
                .isEqualTo(all.size());
    }

    @Test
    void leavesAZoneToTheNodeThatIsAtItAndTakesOverWhenThatDied() {
        tenant("Pacific/Kiritimati");
        JobNode other = node("b", nothing("first", 10), nothing("second", 20));
        begun("first", "UTC", "a");

        other.wake();
        assertThat(other.ran)
                .containsExactly("first 2026-03-02 Pacific/Kiritimati", "second 2026-03-02 Pacific/Kiritimati");

        clock.pass(RunSlot.LEASE);
        other.wake();
        assertThat(other.ran).endsWith("first 2026-03-01 UTC", "second 2026-03-01 UTC");
    }

    @Test
    void takesOverAtOnceWhatItsOwnNameBeganBeforeItStarted() {
        begun("probe", "UTC", "a");
        clock.pass(Duration.ofSeconds(1));
        JobNode restarted = node("a", nothing("probe", 10));

        restarted.wake();

        assertThat(restarted.ran).containsExactly("probe 2026-03-01 UTC");
    }

    @Test
    void doesNotTakeOverFromItself() {
        JobNode node = node("a", nothing("probe", 10));
        begun("probe", "UTC", "a");

        node.wake();

        assertThat(node.ran).isEmpty();
    }

    @Test
    void aNodeThatWasPausedReportsNothingWhenAnotherHasTakenOver() {
        JobNode other = node("b", job("probe", 10, slot -> new JobReport(5, 5, 0, List.of())));
        JobNode paused = node("a", job("probe", 10, slot -> {
            clock.pass(Duration.ofHours(1));
            other.wake();
            return new JobReport(5, 0, 5, List.of());
        }));

        paused.wake();
        paused.wake();

        assertThat(other.ran).hasSize(1);
        assertThat(paused.ran).hasSize(1);
        assertThat(text("select node || ' ' || attempt || ' ' || status || ' ' || done || ' ' || already from job_run"))
                .isEqualTo("b 2 done 5 0");
    }

    @Test
    void aNodeThatSaysItIsAliveKeepsItsClaim() {
        JobNode other = node("b", nothing("probe", 10));
        JobNode[] slow = new JobNode[1];
        slow[0] = node("a", job("probe", 10, slot -> {
            clock.pass(RunSlot.LEASE.minusSeconds(1));
            slow[0].slots.renew();
            clock.pass(Duration.ofSeconds(2));
            other.wake();
            return JobReport.NOTHING;
        }));

        slow[0].wake();

        assertThat(other.ran).isEmpty();
        assertThat(text("select node || ' ' || status from job_run")).isEqualTo("a done");
    }

    @Test
    void aFailedSlotIsTriedAgainLaterAndHoldsUpNobodyElse() {
        AtomicBoolean broken = new AtomicBoolean(true);
        JobNode node = node(
                "a",
                job("broken", 10, slot -> {
                    if (broken.get()) {
                        throw new IllegalStateException("on purpose");
                    }
                    return JobReport.NOTHING;
                }),
                nothing("sound", 20));
        node.move("2026-03-02T00:00:00Z");
        assertThat(node.ran).containsExactly("broken 2026-03-01 UTC", "sound 2026-03-01 UTC", "sound 2026-03-02 UTC");
        node.ran.clear();

        node.wake();
        clock.pass(Duration.ofSeconds(59));
        node.wake();
        assertThat(node.ran).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        node.wake();
        assertThat(node.ran).containsExactly("broken 2026-03-01 UTC");
        node.ran.clear();

        broken.set(false);
        node.move("2026-03-03T00:00:00Z");
        assertThat(node.ran)
                .containsExactly(
                        "broken 2026-03-01 UTC",
                        "broken 2026-03-02 UTC",
                        "broken 2026-03-03 UTC",
                        "sound 2026-03-03 UTC");
        assertThat(number("select attempt from job_run where job = 'broken' and day = '2026-03-01'"))
                .isEqualTo(3);
    }

    @Test
    void keepsWhatCouldNotBeDone() {
        TenantId tenant = tenant("UTC");
        JobNode node = node(
                "a",
                job("probe", 10, slot -> new JobReport(3, 1, 1, List.of(new JobFailure(tenant, "currency-differs")))));

        node.wake();

        assertThat(text("select due || ' ' || done || ' ' || already || ' ' || failed || ' ' || status from job_run"))
                .isEqualTo("3 1 1 1 done");
        assertThat(text("select failures::text from job_run"))
                .isEqualTo("[{\"rule\": \"currency-differs\", \"tenant\": \"" + tenant + "\"}]");
    }

    @Test
    void byHandRunsAgainAndLeavesTheTimetableAlone() {
        JobNode node = node("a", nothing("probe", 10));
        node.wake();
        JobReport report = node.runner.byHand(
                job("probe", 10, slot -> new JobReport(1, 1, 0, List.of())), zone -> LocalDate.parse("2026-04-01"));
        assertThat(report.done()).isEqualTo(1);
        node.ran.clear();

        clock.set("2026-03-02T00:00:00Z");
        node.wake();

        assertThat(node.ran).containsExactly("probe 2026-03-02 UTC");
        assertThat(number("select count(*) from job_run where by_hand")).isEqualTo(1);
    }

    @Test
    void byHandGoesOnWithTheOtherZonesAndThenFails() {
        tenant("Pacific/Kiritimati");
        JobNode node = node("a");
        List<String> zones = new ArrayList<>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> node.runner.byHand(
                        job("probe", 10, slot -> {
                            zones.add(slot.zone().getId());
                            throw new IllegalStateException("on purpose");
                        }),
                        zone -> LocalDate.parse("2026-04-01")));

        assertThat(zones).containsExactly("Pacific/Kiritimati", "UTC");
    }

    @Test
    void aYearOfNothingIsRun() {
        JobNode node =
                node("a", nothing("a", 10), nothing("b", 20), nothing("c", 30), nothing("d", 40), nothing("e", 50));
        long start = System.nanoTime();

        node.move("2027-02-28T12:00:00Z");

        assertThat(node.ran).hasSize(5 * 365);
        // a few seconds; more only where the machine does a lot besides
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(number("select count(*) from job_run")).isEqualTo(5 * 365);
    }

    @Test
    void requestsDoNotSeeTheTable() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> {
                    try (Connection app = DATABASE.app().getConnection();
                            Statement statement = app.createStatement()) {
                        statement.executeQuery("select 1 from job_run");
                    }
                })
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private JobNode node(String name, Jobs.Job... jobs) {
        return new JobNode(DATABASE, name, clock, jobs);
    }

    private static void moveTogether(JobNode node, CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        node.clock.set("2026-03-21T12:00:00Z");
        node.runner.until(new ClockMoved(Instant.parse("2026-03-01T12:00:00Z"), node.clock.now()));
    }

    /** As by a node that does not come to an end. */
    private void begun(String job, String zone, String node) {
        DATABASE.superuser("""
                insert into job_run (id, job, day, zone, by_hand, status, node, claimed_at, lease_until)
                values (gen_random_uuid(), '%s', '2026-03-01', '%s', false, 'running', '%s', '%s', '%s')
                """.formatted(
                        job, zone, node, clock.wallClock(), clock.wallClock().plus(RunSlot.LEASE)));
    }

    private static TenantId tenant(String zone) {
        UUID id = Ids.next();
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version, time_zone)
                values ('%s', 't-%s', 'T', 'active', '01930000-0000-7000-8000-000000000001', '2026-01-01Z', 0, '%s')
                """.formatted(id, id, zone));
        return new TenantId(id);
    }

    private static long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
