package io.tenantry.cmo.report.internal.sql;

import static io.tenantry.cmo.SealFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.SealFixture;
import io.tenantry.cmo.report.Report;
import io.tenantry.cmo.report.ReportType;
import io.tenantry.cmo.report.internal.sql.ReportStatements.Entered;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReportStatementsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);
    private final UUID seal = seals.precinto();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theFirstOfSeveralWithOneIdIsEntered() {
        assertThat(entered(report("a", NOW), report("a", NOW.plusSeconds(1)), report("b", NOW)))
                .extracting(Entered::number)
                .containsExactly(0, 2);
        assertThat(entered(report("b", NOW), report("a", NOW), report("c", NOW)))
                .extracting(Entered::number)
                .containsExactly(2);
    }

    /** The second one waits for the first, and then knows. */
    @Test
    void twoAtOnceEnterItOnce() {
        CompletableFuture<List<Entered>> other = seals.in(em -> {
            assertThat(ReportStatements.enter(em, Map.of(0, report("a", NOW)))).hasSize(1);
            return CompletableFuture.supplyAsync(() -> entered(report("a", NOW)));
        });
        assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).isEmpty();
    }

    @Test
    void theTransitIsTheOneThatWasRunningThen() {
        UUID first = seals.running(seal, NOW, NOW.plusSeconds(60), null);
        UUID second = seals.running(seal, NOW.plusSeconds(120), null, null);
        seals.running(seals.precinto(), NOW, null, null);

        assertThat(entered(
                        report("before", NOW.minusSeconds(1)),
                        report("start", NOW),
                        report("end", NOW.plusSeconds(60)),
                        report("between", NOW.plusSeconds(61)),
                        report("now", NOW.plusSeconds(121))))
                .extracting(Entered::transito)
                .containsExactly(null, first, first, null, second);
    }

    @Test
    void oldOnesGoAndOthersStayKnown() {
        Instant before = NOW.minusSeconds(60);
        entered(report("old", before.minusSeconds(1)), report("new", before));
        SealFixture other = new SealFixture(DATABASE, UNIT);

        assertThat(purged(other, before)).isZero();
        assertThat(tenantsWithOld(before))
                .contains(seals.tenant().value())
                .doesNotContain(other.tenant().value());
        assertThat(purged(seals, before)).isEqualTo(1);

        assertThat(tenantsWithOld(before)).doesNotContain(seals.tenant().value());
        assertThat(entered(report("old", NOW), report("new", NOW)))
                .extracting(Entered::number)
                .containsExactly(0);
    }

    private List<UUID> tenantsWithOld(Instant before) {
        return seals.in(em -> ReportStatements.tenantsWithOld(em, before, 1_000));
    }

    private static int purged(SealFixture of, Instant before) {
        return of.in(em -> ReportStatements.purge(em, before, 10));
    }

    private List<Entered> entered(Report... reports) {
        Map<Integer, Report> numbered = new TreeMap<>();
        for (int i = 0; i < reports.length; i++) {
            numbered.put(i, reports[i]);
        }
        return seals.in(em -> ReportStatements.enter(em, numbered));
    }

    private Report report(String id, Instant at) {
        return new Report(seal, id, ReportType.tamper, at, null, null, null, null);
    }
}
