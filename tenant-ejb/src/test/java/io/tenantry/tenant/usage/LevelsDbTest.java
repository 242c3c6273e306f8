package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is held is kept for each local day: as it was at the end, the most, and the average over its real seconds. */
class LevelsDbTest {

    private static final String SEALS = "precintos";
    private static final UsageFixture FIXTURE = new UsageFixture();

    private final TenantId tenant = FIXTURE.tenant("Europe/Madrid");

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void aDayIsWeighedByTime() {
        FIXTURE.take(tenant, SEALS, 4, "2026-03-01T05:00:00Z");
        FIXTURE.take(tenant, SEALS, 4, "2026-03-01T11:00:00Z");
        FIXTURE.release(tenant, SEALS, 6, "2026-03-01T17:00:00Z");

        snapshot("2026-03-02");

        assertThat(FIXTURE.days(tenant, SEALS)).containsExactly("2026-03-01 2 8 3.5");
    }

    @Test
    void theSpringDayHas23HoursAndTheAutumnDay25() {
        FIXTURE.take(tenant, SEALS, 23 * 25, "2026-03-28T23:00:00Z");
        FIXTURE.release(tenant, SEALS, 23 * 25, "2026-03-29T21:00:00Z");
        FIXTURE.take(tenant, SEALS, 23 * 25, "2026-10-25T22:00:00Z");

        snapshot("2026-03-30");
        assertThat(FIXTURE.days(tenant, SEALS)).containsExactly("2026-03-29 0 575 550");
        snapshot("2026-10-26");
        assertThat(FIXTURE.days(tenant, SEALS)).hasSize(211).last().isEqualTo("2026-10-25 575 575 23");
    }

    @Test
    void daysThatWereMissedAreCaughtUpAndThoseWithoutAChangeCarryTheLevel() {
        FIXTURE.take(tenant, SEALS, 3, "2026-03-01T11:00:00Z");
        FIXTURE.release(tenant, SEALS, 1, "2026-03-04T10:59:59Z");

        snapshot("2026-03-05");

        assertThat(FIXTURE.days(tenant, SEALS))
                .containsExactly(
                        "2026-03-01 3 3 1.5", "2026-03-02 3 3 3", "2026-03-03 3 3 3", "2026-03-04 2 3 2.499988425926");
    }

    @Test
    void aSecondRunComesOutTheSameWhateverHappenedSince() {
        FIXTURE.take(tenant, SEALS, 3, "2026-03-01T11:00:00Z");
        FIXTURE.take(tenant, SEALS, 2, "2026-03-02T11:00:00Z");
        snapshot("2026-03-02");
        snapshot("2026-03-03");
        FIXTURE.release(tenant, SEALS, 4, "2026-03-03T11:00:00Z");

        snapshot("2026-03-02");
        snapshot("2026-03-03");

        assertThat(FIXTURE.days(tenant, SEALS)).containsExactly("2026-03-01 3 3 1.5", "2026-03-02 5 5 4");
    }

    @Test
    void whatChangesAtOneInstantChangesAtOnce() {
        FIXTURE.take(tenant, SEALS, 3, "2026-03-01T11:00:00Z");
        FIXTURE.take(tenant, SEALS, 7, "2026-03-02T11:00:00Z");
        FIXTURE.release(tenant, SEALS, 7, "2026-03-02T11:00:00Z");

        snapshot("2026-03-03");

        assertThat(FIXTURE.days(tenant, SEALS)).containsExactly("2026-03-01 3 3 1.5", "2026-03-02 3 3 3");
    }

    @Test
    void whatIsFirstHeldLaterLowersTheAverageOfItsPeriod() {
        FIXTURE.take(tenant, "users", 1, "2026-02-28T23:00:00Z");
        FIXTURE.take(tenant, SEALS, 10, "2026-03-02T23:00:00Z");

        snapshot("2026-03-05");

        assertThat(FIXTURE.rows(
                        "select resource || ' ' || peak || ' ' || trim_scale(average) from app.period_usage("
                                + "array['%s'::uuid], array[date '2026-03-01'], array[date '2026-04-01']) order by 1",
                        tenant))
                .containsExactly("precintos 10 5", "users 1 1");
    }

    @Test
    void aDayThatIsNotOverIsNotWritten() {
        FIXTURE.take(tenant, SEALS, 3, "2026-03-01T11:00:00Z");

        FIXTURE.rows(
                "select already from app.snapshot_levels("
                        + "array['%s'::uuid], '2026-03-03', '2000-01-01', '2026-03-02T22:59:59Z')",
                tenant);

        assertThat(FIXTURE.days(tenant, SEALS)).containsExactly("2026-03-01 3 3 1.5");
    }

    @Test
    void aRefusedTakeLeavesNoChange() {
        FIXTURE.limit(tenant, SEALS, 2, 2L);

        assertThat(FIXTURE.take(tenant, SEALS, 3, "2026-03-01T11:00:00Z").accepted())
                .isFalse();

        assertThat(FIXTURE.rows("select id from usage_level_change where tenant_id = '%s'", tenant))
                .isEmpty();
    }

    private void snapshot(String before) {
        FIXTURE.snapshot(tenant, LocalDate.parse(before));
    }
}
