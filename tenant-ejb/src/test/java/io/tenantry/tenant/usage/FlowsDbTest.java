package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is consumed is counted by local day and by billing period, and ends at the hard limit. */
class FlowsDbTest {

    private static final String TRANSITS = "transitos";
    private static final UsageFixture FIXTURE = new UsageFixture();

    private final TenantId tenant = FIXTURE.tenant("America/New_York");

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void countsOnTheTenantsOwnDayAndInItsMonth() {
        FIXTURE.record(tenant, TRANSITS, 2, "2026-03-01T04:59:59Z");
        FIXTURE.record(tenant, TRANSITS, 3, "2026-03-01T05:00:00Z");

        assertThat(FIXTURE.days(tenant, TRANSITS)).containsExactly("2026-02-28 2", "2026-03-01 3");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-02-01")).isEqualByComparingTo("2");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-01")).isEqualByComparingTo("3");
    }

    @Test
    void aPeriodThatIsSetTakesOverWhatWasCountedForItsDays() {
        FIXTURE.record(tenant, TRANSITS, 2, "2026-03-14T12:00:00Z");
        FIXTURE.record(tenant, TRANSITS, 3, "2026-03-15T12:00:00Z");

        FIXTURE.period(tenant, "2026-03-15", "2026-04-15");
        FIXTURE.record(tenant, TRANSITS, 4, "2026-04-01T12:00:00Z");

        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-15")).isEqualByComparingTo("7");
    }

    @Test
    void pastTheEndOfAPeriodNobodyHasMovedTheNextOneIsCounted() {
        FIXTURE.period(tenant, "2026-01-31", "2026-02-28");

        FIXTURE.record(tenant, TRANSITS, 1, "2026-02-27T12:00:00Z");
        FIXTURE.record(tenant, TRANSITS, 2, "2026-02-28T12:00:00Z");
        FIXTURE.record(tenant, TRANSITS, 4, "2026-03-28T12:00:00Z");

        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-01-31")).isEqualByComparingTo("1");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-02-28")).isEqualByComparingTo("2");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-28")).isEqualByComparingTo("4");
        FIXTURE.period(tenant, "2026-02-28", "2026-03-31");
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-02-28")).isEqualByComparingTo("6");
    }

    @Test
    void theHardLimitEndsAPeriodAndNotTheNext() throws Exception {
        FIXTURE.limit(tenant, TRANSITS, 5, 10L);

        List<Boolean> accepted = UsageFixture.together(
                20,
                () -> FIXTURE.record(tenant, TRANSITS, 1, "2026-03-02T12:00:00Z")
                        .accepted());

        assertThat(accepted).filteredOn(one -> one).hasSize(10);
        assertThat(FIXTURE.used(tenant, TRANSITS, "2026-03-01")).isEqualByComparingTo("10");
        assertThat(FIXTURE.days(tenant, TRANSITS)).containsExactly("2026-03-02 10");
        assertThat(FIXTURE.record(tenant, TRANSITS, 1, "2026-04-02T12:00:00Z").accepted())
                .isTrue();
    }

    @Test
    void eachThresholdIsCrossedOnceInAPeriod() throws Exception {
        FIXTURE.limit(tenant, TRANSITS, 10, null);

        assertThat(FIXTURE.record(tenant, TRANSITS, 7, "2026-03-02T12:00:00Z").crossed())
                .isEmpty();
        List<Integer> crossed = UsageFixture.together(
                8,
                () -> FIXTURE.record(tenant, TRANSITS, 1, "2026-03-02T12:00:00Z")
                        .crossed()
                        .map(one -> one.threshold())
                        .orElse(0));

        assertThat(crossed).filteredOn(one -> one > 0).containsExactlyInAnyOrder(80, 100);
        assertThat(FIXTURE.record(tenant, TRANSITS, 20, "2026-04-02T12:00:00Z").crossed())
                .get()
                .satisfies(one -> {
                    assertThat(one.threshold()).isEqualTo(100);
                    assertThat(one.used()).isEqualByComparingTo("20");
                    assertThat(one.included()).isEqualTo(10);
                });
        assertThat(FIXTURE.record(tenant, TRANSITS, 1, "2026-04-02T12:00:00Z").crossed())
                .isEmpty();
    }

    @Test
    void aLevelWarnsInEachPeriodToo() {
        FIXTURE.limit(tenant, "users", 4, null);

        assertThat(FIXTURE.take(tenant, "users", 4, "2026-03-02T12:00:00Z").crossed())
                .isPresent();
        FIXTURE.release(tenant, "users", 1, "2026-03-02T12:00:00Z");
        assertThat(FIXTURE.take(tenant, "users", 1, "2026-03-02T12:00:00Z").crossed())
                .isEmpty();
        FIXTURE.release(tenant, "users", 1, "2026-04-02T12:00:00Z");
        assertThat(FIXTURE.take(tenant, "users", 1, "2026-04-02T12:00:00Z").crossed())
                .isPresent();
    }

    @Test
    void aPeriodIsSummedForItsInvoice() {
        FIXTURE.record(tenant, TRANSITS, 2, "2026-03-01T12:00:00Z");
        FIXTURE.record(tenant, TRANSITS, 3, "2026-03-31T12:00:00Z");
        FIXTURE.record(tenant, TRANSITS, 5, "2026-04-01T12:00:00Z");

        assertThat(FIXTURE.rows(
                        "select starts || ' ' || resource || ' ' || total || coalesce(peak, 0) from app.period_usage("
                                + "array['%1$s'::uuid, '%1$s'], array[date '2026-03-01', '2026-04-01'],"
                                + " array[date '2026-04-01', '2026-05-01']) order by 1",
                        tenant))
                .containsExactly("2026-03-01 transitos 50", "2026-04-01 transitos 50");
    }
}
