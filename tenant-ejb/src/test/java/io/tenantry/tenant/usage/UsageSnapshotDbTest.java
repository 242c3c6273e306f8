package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The job writes the days of a zone's tenants, also those that were missed, and one tenant stops nobody else. */
class UsageSnapshotDbTest {

    private static final String SEALS = "precintos";
    private static final UsageFixture FIXTURE = new UsageFixture();

    private final UsageSnapshot snapshot = new UsageSnapshot();

    UsageSnapshotDbTest() {
        snapshot.database = new BatchDatabase(FIXTURE::batch);
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void writesTheZonesTenantsAndNoOthers() {
        TenantId apia = holding("Pacific/Apia");
        TenantId niue = holding("Pacific/Niue");

        JobReport report = run("Pacific/Apia", "2026-03-04");

        assertThat(report).isEqualTo(new JobReport(1, 1, 0, List.of()));
        assertThat(FIXTURE.days(apia, SEALS)).containsExactly("2026-03-02 3 3 2.875", "2026-03-03 3 3 3");
        assertThat(FIXTURE.days(niue, SEALS)).isEmpty();
        assertThat(run("Pacific/Apia", "2026-03-04")).isEqualTo(new JobReport(1, 0, 1, List.of()));
        assertThat(FIXTURE.days(apia, SEALS)).hasSize(2);
    }

    @Test
    void oneTenantsBadRowsAreReportedAndTheOthersWritten() {
        TenantId good = holding("Pacific/Fiji");
        TenantId bad = holding("Pacific/Fiji");
        FIXTURE.superuser("""
                create function break() returns trigger language plpgsql as $$
                begin
                    if new.tenant_id = '%s' and new.peak is not null then
                        raise check_violation;
                    end if;
                    return new;
                end $$;
                create trigger break before insert on tenant_usage_day for each row execute function break()
                """.formatted(bad));

        JobReport report = run("Pacific/Fiji", "2026-03-04");

        assertThat(report.due()).isEqualTo(2);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.tenant()).isEqualTo(bad);
            assertThat(failure.rule()).isEqualTo("usage-not-written");
        });
        assertThat(FIXTURE.days(good, SEALS)).isNotEmpty();
        FIXTURE.superuser("drop trigger break on tenant_usage_day; drop function break");
        assertThat(run("Pacific/Fiji", "2026-03-04").done()).isEqualTo(1);
        assertThat(FIXTURE.days(bad, SEALS)).isNotEmpty();
    }

    @Test
    void dropsWhatIsOld() {
        TenantId tenant = holding("Pacific/Guam");
        for (String month : List.of("2025-02-27", "2025-03-01")) {
            FIXTURE.superuser("""
                    insert into usage_event (tenant_id, event_id, resource, quantity, at, day, received_at)
                    values ('%1$s', '%2$s', 'transitos', 1, '%2$s', '%2$s', '%2$s');
                    insert into usage_level_change (tenant_id, id, resource, at, delta)
                    values ('%1$s', gen_random_uuid(), 'transitos', '%2$s', 1)
                    """.formatted(tenant, month));
        }

        run("Pacific/Guam", "2026-03-31");

        assertThat(FIXTURE.rows("select event_id from usage_event where tenant_id = '%s'", tenant))
                .containsExactly("2025-03-01");
        assertThat(FIXTURE.rows("select at::date from usage_level_change where tenant_id = '%s' order by 1", tenant))
                .containsExactly("2025-03-01", "2026-03-01");
    }

    @Test
    void dropsAnswersAfterAWeek() {
        TenantId tenant = holding("Pacific/Palau");
        for (String at : List.of("2026-03-23T14:59:59Z", "2026-03-23T15:00:00Z", "2026-03-30T12:00:00Z")) {
            FIXTURE.superuser("""
                    insert into idempotent_answer (tenant_id, account_id, key, request_hash, created_at)
                    values ('%1$s', '%1$s', '%2$s', '', '%2$s')
                    """.formatted(tenant, at));
        }

        run("Pacific/Palau", "2026-03-31");

        assertThat(FIXTURE.rows("select key from idempotent_answer where tenant_id = '%s' order by 1", tenant))
                .containsExactly("2026-03-23T15:00:00Z", "2026-03-30T12:00:00Z");
    }

    private static TenantId holding(String zone) {
        TenantId tenant = FIXTURE.tenant(zone);
        FIXTURE.take(tenant, SEALS, 3, "2026-03-01T12:00:00Z");
        return tenant;
    }

    private JobReport run(String zone, String day) {
        return snapshot.run(new JobSlot(LocalDate.parse(day), ZoneId.of(zone)));
    }
}
