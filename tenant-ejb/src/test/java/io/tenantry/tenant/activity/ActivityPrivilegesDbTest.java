package io.tenantry.tenant.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.isolation.IsolationCheck;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's own roles can add to the log and its chain, and nothing else; a partition is as closed as the whole. */
class ActivityPrivilegesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ActivityFixture LOG = new ActivityFixture(DATABASE);

    private final TenantId tenant = LOG.tenant();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @BeforeEach
    void aSealedEntry() {
        LOG.write(tenant, "thing.changed");
        LOG.verify(tenant);
    }

    static Stream<String> changes() {
        return Stream.of("tenant_activity_log", "tenant_activity_seal")
                .flatMap(table -> Stream.of(
                        "update " + table + " set tenant_id = tenant_id",
                        "delete from " + table,
                        "truncate " + table,
                        "drop table " + table,
                        "alter table " + table + " disable row level security",
                        "select 1 from " + table + " for update"));
    }

    static Stream<String> more() {
        return Stream.of(
                "delete from tenant_activity_head",
                "truncate tenant_activity_head",
                "update activity_retention set until = now()",
                "delete from activity_retention",
                "truncate activity_retention",
                "update app.activity_base set base = 0",
                "select app.activity_partition(now())",
                "select app.rebase_activity()");
    }

    @ParameterizedTest
    @MethodSource({"changes", "more"})
    void theApplicationMayNot(String sql) {
        assertThatThrownBy(() -> execute(DATABASE.app(), sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @MethodSource({"changes", "more"})
    void theJobsMayNot(String sql) {
        assertThatThrownBy(() -> execute(DATABASE.batch(), sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void thePartitionsAreReachedByWayOfTheWholeOnly() throws SQLException {
        List<String> partitions = partitions();
        assertThat(partitions).hasSizeGreaterThanOrEqualTo(5).contains("tenant_activity_log_rest");
        for (String partition : partitions) {
            for (DataSource role : List.of(DATABASE.app(), DATABASE.batch())) {
                for (String sql : List.of(
                        "select * from " + partition,
                        "insert into " + partition + " default values",
                        "update " + partition + " set tenant_id = tenant_id",
                        "delete from " + partition,
                        "truncate " + partition)) {
                    assertThatThrownBy(() -> execute(role, sql)).as(sql).hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void ownRowsAreReadAndAddedAndNoOthers() {
        TenantId other = LOG.tenant();
        LOG.write(other, "thing.changed");

        assertThat(count(tenant)).isEqualTo(1);
        assertThat(count(other)).isEqualTo(1);
        assertThatThrownBy(() -> LOG.in(
                        tenant,
                        em -> em.createNativeQuery("""
                        insert into tenant_activity_log
                            (tenant_id, id, created_at, actor, actor_kind, action, entity, version)
                        values (?1, gen_random_uuid(), now(), 'a', 'user', 'a', 'a', 1)
                        """)
                                .setParameter(1, other.value())
                                .executeUpdate()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void isolationIsInForceWithPartitionsOldAndNew() throws SQLException {
        LOG.keep(24);
        DATABASE.superuser("set role tenantry_owner; select app.activity_partition(timestamptz '2020-02-15Z')");

        try (Connection connection = DATABASE.app().getConnection()) {
            assertThat(IsolationCheck.run(connection).violations()).isEmpty();
        }
    }

    @Test
    void anOpenPartitionIsToldByTheSelfCheck() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        database.superuser("alter table tenant_activity_log_rest no force row level security");

        try (Connection connection = database.app().getConnection()) {
            assertThat(IsolationCheck.run(connection).violations()).anySatisfy(violation -> {
                assertThat(violation.rule()).isEqualTo("rls-not-forced");
                assertThat(violation.subject()).isEqualTo("tenant_activity_log_rest");
            });
        }
    }

    @Test
    void droppingIsBoundToWholeOldMonths() {
        assertThatCode(() -> execute(DATABASE.app(), "select app.keep_activity('infinity')"))
                .doesNotThrowAnyException();

        assertThat(count(tenant)).isEqualTo(1);
    }

    private static long count(TenantId tenant) {
        return LOG.in(
                tenant,
                em -> ((Number) em.createNativeQuery("select count(*) from tenant_activity_log")
                                .getSingleResult())
                        .longValue());
    }

    private static List<String> partitions() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select relid::text from pg_partition_tree('tenant_activity_log') where isleaf")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
