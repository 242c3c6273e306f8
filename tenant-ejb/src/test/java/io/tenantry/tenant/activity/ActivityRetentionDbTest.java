package io.tenantry.tenant.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.Migrations;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.Verification.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Old months are dropped whole, the chain goes on from there, and no entry is ever without a place. */
class ActivityRetentionDbTest {

    private static final Instant NOW = new BusinessClock(false).now();

    private final TestDatabase database = TestDatabase.migrated();
    private final ActivityFixture log = new ActivityFixture(database);
    private final TenantId tenant = log.tenant();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEntryOfAnyMonthHasAPlace() {
        for (String at : List.of("1999-12-31T23:59:59Z", "2031-05-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            log.writeAt(tenant, Instant.parse(at));
        }

        assertThat(log.verify(tenant).sealedEntries()).isEqualTo(3);
    }

    @Test
    void entriesMoveIntoThePartitionOfTheirMonth() {
        Instant later = Instant.parse("2031-05-17T10:00:00Z");
        log.writeAt(tenant, later);
        log.writeAt(tenant, Instant.parse("2031-06-01T00:00:00Z"));
        log.verify(tenant);

        database.superuser("set role tenantry_owner; select app.activity_partition(timestamptz '2031-05-01Z')");

        assertThat(rows("tenant_activity_log_y2031m05")).isEqualTo(1);
        assertThat(rows("tenant_activity_log_rest")).isEqualTo(1);
        assertThat(log.verify(tenant).intact()).isTrue();
    }

    @Test
    void monthsAfterTheEndOfRetentionAreDroppedAndTheChainGoesOn() {
        database.superuser("set role tenantry_owner; select app.activity_partition(timestamptz '2024-01-01Z')");
        log.writeAt(tenant, Instant.parse("2024-01-10T00:00:00Z"));
        log.seal(tenant);
        log.writeAt(tenant, Instant.parse("2024-01-31T23:59:59.999999Z"));
        log.write(tenant, "thing.changed");
        log.seal(tenant);
        log.write(tenant, "thing.changed");
        assertThat(log.verify(tenant).sealedEntries()).isEqualTo(4);

        log.keep(12);

        assertThat(exists("tenant_activity_log_y2024m01")).isFalse();
        Verification verification = log.verify(tenant);
        assertThat(verification.intact()).as(verification.toString()).isTrue();
        assertThat(verification.entries()).isEqualTo(2);
        assertThat(verification.sealedEntries()).isEqualTo(2);
        assertThat(number("select count(*) from tenant_activity_seal")).isEqualTo(2);
    }

    @Test
    void aChainOfWhichEverythingWasDroppedGoesOn() {
        log.writeAt(tenant, Instant.parse("2024-01-10T00:00:00Z"));
        log.seal(tenant);
        log.writeAt(tenant, Instant.parse("2024-01-11T00:00:00Z"));
        log.seal(tenant);
        log.keep(12);

        assertThat(log.verify(tenant).intact()).isTrue();
        log.write(tenant, "thing.changed");
        Verification verification = log.verify(tenant);
        assertThat(verification.intact()).isTrue();
        assertThat(verification.sealedEntries()).isEqualTo(1);
    }

    @Test
    void oldEntriesThatWereRemovedBeforeTheirTimeAreFound() {
        log.writeAt(tenant, Instant.parse("2024-01-10T00:00:00Z"));
        log.write(tenant, "thing.changed");
        log.verify(tenant);

        database.superuser("delete from tenant_activity_log where created_at < timestamptz '2024-02-01Z'");

        assertThat(log.verify(tenant).firstProblem().kind()).isEqualTo(Kind.REMOVED);
    }

    @Test
    void whoSaysThatSomethingWasDroppedNeedsTheKey() {
        log.write(tenant, "thing.changed");
        log.verify(tenant);
        database.superuser("insert into activity_retention (until, mac) values ('2900-01-01Z', sha256('x'))");

        database.superuser("delete from tenant_activity_log");

        assertThat(log.verify(tenant).firstProblem().kind()).isEqualTo(Kind.REMOVED);
    }

    @Test
    void theMonthsAheadAreMadeOnceAndByWhomeverComesFirst() {
        database.superuser("drop table " + partition(2));

        log.keep(24);
        log.keep(24);

        for (int ahead = 0; ahead <= 3; ahead++) {
            assertThat(exists(partition(ahead))).as(partition(ahead)).isTrue();
        }
    }

    @Test
    void entriesFromBeforeThePartitionsAreKept() {
        TestDatabase old = TestDatabase.empty();
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(old.owner())
                .locations("classpath:db/migration")
                .target("202611231710")
                .ignoreMigrationPatterns("*:missing")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        old.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '00000000-0000-7000-8000-000000000001', 'old', 'Old', 'active', id, now(), 1
                from tenant_plan where code = 'starter';
                insert into tenant_activity_log
                    (tenant_id, id, created_at, actor, actor_kind, action, entity, before, version)
                select '00000000-0000-7000-8000-000000000001', gen_random_uuid(),
                       timestamptz '2026-05-31T23:59:59.999999Z' + n * interval '1 microsecond',
                       'a', 'user', 'thing.changed', 'thing', '{"n":' || n || '}', 1
                from generate_series(0, 1) as n
                """);

        Migrations.run(old.owner());

        try (ActivityFixture migrated = new ActivityFixture(old)) {
            TenantId id = new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
            assertThat(migrated.verify(id).sealedEntries()).isEqualTo(2);
            assertThat(migrated.<List<?>>in(
                            id,
                            em -> em.createNativeQuery("select before from tenant_activity_log order by created_at")
                                    .getResultList()))
                    .isEqualTo(List.of("{\"n\":0}", "{\"n\":1}"));
            assertThat(migrated.<List<?>>in(
                            id,
                            em -> em.createNativeQuery(
                                            "select cast(cast(tableoid as regclass) as text) from tenant_activity_log"
                                                    + " order by created_at")
                                    .getResultList()))
                    .isEqualTo(List.of("tenant_activity_log_y2026m05", "tenant_activity_log_y2026m06"));
        }
    }

    private static String partition(int monthsAhead) {
        ZonedDateTime month = NOW.atZone(ZoneOffset.UTC).withDayOfMonth(1).plusMonths(monthsAhead);
        return "tenant_activity_log_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private boolean exists(String table) {
        return number("select count(*) from pg_class where relname = '" + table + "'") > 0;
    }

    private long rows(String partition) {
        return number("select count(*) from tenant_activity_log where tableoid = '%s'::regclass".formatted(partition));
    }

    private long number(String sql) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
