package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.database.BatchFailed;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.CallCounts;
import io.tenantry.tenant.usage.internal.CallCounts.Turn;
import io.tenantry.tenant.usage.internal.sql.CallStatements;
import io.tenantry.tenant.usage.internal.sql.CallStatements.Standing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Calls of many tenants are brought in one statement: once, whatever fails, and each on its tenant's day. */
class ApiCallsDbTest {

    private static final String CALLS = "apiCalls";
    private static final Instant NOW = Instant.parse("2026-03-01T23:46:00Z");
    private static final UsageFixture FIXTURE = new UsageFixture();

    private final BatchDatabase database = new BatchDatabase(FIXTURE::batch);
    private final CallCounts counts = new CallCounts();
    private final TenantId utc = FIXTURE.tenant("UTC");
    private final TenantId nepal = FIXTURE.tenant("Asia/Kathmandu");

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void eachTenantsCallsAreOnItsOwnDay() {
        add(utc, NOW, 3);
        add(nepal, Instant.parse("2026-03-01T18:14:59Z"), 2);
        add(nepal, Instant.parse("2026-03-01T18:15:00Z"), 5);

        flush();

        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-03-01 3");
        assertThat(FIXTURE.days(nepal, CALLS)).containsExactly("2026-03-01 2", "2026-03-02 5");
        assertThat(FIXTURE.used(nepal, CALLS, "2026-03-01")).isEqualByComparingTo("7");
    }

    @Test
    void whatFailedIsBroughtAgainWithWhatCameSince() {
        add(utc, NOW, 3);
        assertThatThrownBy(() -> database.transaction(connection -> {
                    CallStatements.add(connection, counts.turn(), UsageFixture.THRESHOLDS, NOW);
                    throw new SQLException("killed before the commit");
                }))
                .isInstanceOf(BatchFailed.class);
        assertThat(FIXTURE.days(utc, CALLS)).isEmpty();
        add(utc, NOW, 4);

        flush();
        flush();

        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-03-01 7");
    }

    @Test
    void aTurnWhoseAnswerGotLostIsNotCountedTwice() {
        add(utc, NOW, 3);
        Turn turn = counts.turn();
        bring(turn);

        bring(turn);
        flush();

        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-03-01 3");
    }

    @Test
    void twoNodesAddUp() {
        add(utc, NOW, 3);
        CallCounts other = new CallCounts();
        other.add(utc, NOW);

        flush();
        bring(other.turn());

        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-03-01 4");
    }

    @Test
    void aTenantThatIsGoneKeepsNobodyElse() {
        add(new TenantId(UUID.randomUUID()), NOW, 2);
        add(utc, NOW, 1);

        assertThat(flush()).extracting(Standing::tenant).containsExactly(utc);
        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-03-01 1");
    }

    @Test
    void itTellsWhoIsAtTheLimitAndWhoIsToBeWarned() {
        FIXTURE.limit(utc, CALLS, 5, 10L);
        add(utc, NOW, 3);
        add(nepal, NOW, 3);
        assertThat(flush())
                .containsExactlyInAnyOrder(new Standing(utc, false, false), new Standing(nepal, false, false));

        add(utc, NOW, 1);
        assertThat(flush()).containsExactly(new Standing(utc, false, true));
        add(utc, NOW, 8);
        assertThat(flush()).containsExactly(new Standing(utc, true, true));
        assertThat(FIXTURE.used(utc, CALLS, "2026-03-01")).isEqualByComparingTo("12");
    }

    @Test
    void callsOfAClosedPeriodAreLateAndNotLost() {
        add(utc, Instant.parse("2026-02-28T23:59:59Z"), 2);
        FIXTURE.period(utc, "2026-03-01", "2026-04-01");

        flush();

        assertThat(FIXTURE.days(utc, CALLS)).containsExactly("2026-02-28 2");
        assertThat(FIXTURE.rows("select quantity from late_usage where tenant_id = '%s'", utc))
                .containsExactly("2");
    }

    private void add(TenantId tenant, Instant at, int calls) {
        for (int i = 0; i < calls; i++) {
            counts.add(tenant, at);
        }
    }

    private List<Standing> flush() {
        Turn turn = counts.turn();
        List<Standing> standings = bring(turn);
        counts.done(turn);
        return standings;
    }

    private List<Standing> bring(Turn turn) {
        return database.transaction(connection -> CallStatements.add(connection, turn, UsageFixture.THRESHOLDS, NOW));
    }
}
