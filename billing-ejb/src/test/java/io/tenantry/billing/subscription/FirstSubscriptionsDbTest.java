package io.tenantry.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.Migrations;
import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tenants that were there before there were subscriptions. */
class FirstSubscriptionsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @BeforeAll
    static void migratesTenants() {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(DATABASE.owner())
                .locations("classpath:db/migration")
                .target("202611232231")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        tenant("trial", "trial", "Asia/Tokyo", "'2026-11-21T20:00Z', '2026-12-05T20:00Z', null");
        tenant("active", "active", "America/Montevideo", "'2026-01-31T12:00Z', null, null");
        tenant("closing", "closing", "UTC", "'2026-01-31T12:00Z', null, '2030-01-01Z'");
        Migrations.run(DATABASE.owner());
    }

    @Test
    void aTrialGoesOnOnItsLocalDays() throws SQLException {
        assertThat(row("trial")).isEqualTo("trial 6 2026-12-06 2026-11-22 2026-12-06 2026-12-06");
    }

    @Test
    void whoIsActiveIsBilledFromTheLocalDayOn() throws SQLException {
        LocalDate day = LocalDate.parse(text("select (now() at time zone 'America/Montevideo')::date"));
        assertThat(row("active"))
                .isEqualTo("active %d %s %s %s %s"
                        .formatted(
                                day.getDayOfMonth(),
                                day,
                                day,
                                new BillingDay(day.getDayOfMonth()).monthOf(day).end(),
                                day));
    }

    @Test
    void whoIsClosingIsSuspended() throws SQLException {
        assertThat(row("closing")).startsWith("suspended ");
    }

    @Test
    void usageIsCountedInTheSamePeriod() throws SQLException {
        assertThat(text("""
                select count(*) from tenant_billing b
                join usage_period p on p.tenant_id = b.tenant_id and p.starts = b.period_start and p.ends = b.period_end
                """)).isEqualTo("3");
    }

    @Test
    void theOwnerSeesNoRowAfterwards() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select from tenant_billing")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void theShippedPlansChargeWhatGoesBeyondAndKeepTheirSeatsAndSeals() throws SQLException {
        String differing = """
                select count(*) from tenant_plan o
                join tenant_plan n on n.code = o.code and n.version = 2
                join tenant_plan_limit l on l.plan_id = o.id
                left join tenant_plan_limit m on m.plan_id = n.id and m.resource = l.resource
                where o.version = 1 and (m.included, m.hard_limit) is distinct from (l.included, l.hard_limit)
                """;
        assertThat(text(differing)).isEqualTo("0");
        assertThat(text("""
                select string_agg(p.code || ' ' || l.resource, ', ' order by p.code, l.resource)
                from tenant_plan p join tenant_plan_limit l on l.plan_id = p.id
                where p.public and p.version = 2 and l.overage is not null
                """))
                .isEqualTo("enterprise alertas, enterprise apiCalls, enterprise precintos, enterprise storage,"
                        + " enterprise transitos, professional alertas, professional apiCalls, professional precintos,"
                        + " professional storage, professional transitos");
    }

    private static void tenant(String slug, String status, String zone, String dates) {
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, time_zone, version, created_at, trial_ends_at, purge_after)
                select gen_random_uuid(), '%1$s-1', '%1$s', '%2$s', p.id, '%3$s', 1, %4$s
                from tenant_plan p where p.code = 'starter' and p.version = 1
                """.formatted(slug, status, zone, dates));
    }

    private static String row(String slug) throws SQLException {
        return text("""
                select concat_ws(' ', b.status, b.billing_day, b.anchor, b.period_start, b.period_end, b.base_until)
                from tenant_billing b join tenant t on t.id = b.tenant_id where t.slug = '%s-1'
                """.formatted(slug));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
