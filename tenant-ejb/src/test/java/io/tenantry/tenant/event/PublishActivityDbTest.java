package io.tenantry.tenant.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the activity log is told becomes an event if somebody wants it, in the order of the commits. */
class PublishActivityDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private UUID tenant;

    @BeforeAll
    static void types() throws SQLException {
        DATABASE.superuser("insert into event_type values ('thing.live', true), ('thing.quiet', false)");
    }

    @BeforeEach
    void tenant() throws SQLException {
        tenant = newTenant();
    }

    @Test
    void whatIsPublishedAndLiveIsAnEvent() throws SQLException {
        log("thing.live", null, "{\"name\":\"a\"}");
        log("thing.quiet", null, "{}");
        log("thing.secret", null, "{}");

        assertThat(read("select number || ' ' || type || ' ' || (data ->> 'name') from tenant_event"))
                .containsExactly("1 thing.live a");
        assertThat(read("select id::text from webhook_delivery")).isEmpty();
    }

    @Test
    void whatAWebhookWantsIsAnEventToBeDelivered() throws SQLException {
        UUID one = endpoint("enabled", "thing.quiet", "thing.other");
        UUID all = endpoint("enabled", "*");
        endpoint("enabled", "thing.live");
        endpoint("disabled", "thing.quiet");
        UUID strangers = newTenant();
        asApp(strangers, statement -> subscribe(statement, UUID.randomUUID(), "enabled", "*"));

        log("thing.quiet", null, null);

        assertThat(read("select endpoint_id::text from webhook_delivery order by 1"))
                .containsExactlyInAnyOrder(one.toString(), all.toString());
        assertThat(read("select uuid_extract_version(id)::text from webhook_delivery"))
                .containsOnly("7");
    }

    @Test
    void anEndpointBeingDeletedFailsNobody() throws SQLException {
        UUID going = endpoint("enabled", "*");
        UUID staying = endpoint("enabled", "*");

        logDuring("delete from webhook_endpoint where id = '" + going + "'");

        assertThat(read("select endpoint_id::text from webhook_delivery")).containsExactly(staying.toString());
        assertThat(read("select number::text from tenant_event")).containsExactly("1");
    }

    @Test
    void anEndpointBeingChangedMissesNothing() throws SQLException {
        UUID changing = endpoint("enabled", "*");

        logDuring("select from webhook_endpoint where id = '" + changing + "' for update");

        assertThat(read("select endpoint_id::text from webhook_delivery")).containsExactly(changing.toString());
    }

    /** Somebody has done something and commits it while somebody else already waits to be logged. */
    private void logDuring(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            enter(statement, tenant);
            statement.execute(sql);
            CompletableFuture<Void> logged = CompletableFuture.runAsync(() -> {
                try {
                    log("thing.live", null, null);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!logged.isDone()
                    && strings(statement, "select pid::text from pg_locks where not granted")
                            .isEmpty()) {
                Thread.onSpinWait();
            }
            connection.commit();
            logged.join();
        }
    }

    @Test
    void aChangeTellsWhatWasBefore() throws SQLException {
        log("thing.live", "{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":1,\"b\":5}");
        log("thing.live", "{\"a\":1}", null);

        assertThat(
                        read(
                                "select (data - 'id')::text || coalesce(previous::text, ' nothing') from tenant_event order by number"))
                .containsExactly("{\"a\": 1, \"b\": 5}{\"b\": 2, \"c\": 3}", "{\"a\": 1} nothing");
    }

    @Test
    void numbersComeInTheOrderOfTheCommits() throws SQLException {
        try (Connection slow = DATABASE.app().getConnection();
                Statement first = slow.createStatement()) {
            slow.setAutoCommit(false);
            enter(first, tenant);
            write(first, "thing.live", null, "{\"name\":\"slow\"}");
            // not held up by the other one, which has not committed
            log("thing.live", null, "{\"name\":\"quick\"}");
            assertThat(names()).containsExactly("1 quick");
            slow.commit();
        }

        assertThat(names()).containsExactly("1 quick", "2 slow");
    }

    @Test
    void eventsOfATransactionAreNumberedInTheOrderOfItsStatements() throws SQLException {
        log("thing.live", null, "{\"name\":\"before\"}");
        asApp(tenant, statement -> {
            for (String name : List.of("f", "e", "d", "c", "b", "a")) {
                write(statement, "thing.live", null, "{\"name\":\"" + name + "\"}");
            }
            return null;
        });

        assertThat(names()).containsExactly("1 before", "2 f", "3 e", "4 d", "5 c", "6 b", "7 a");
    }

    @Test
    void manyEventsOfATransactionAreCountedOnce() throws SQLException {
        List<String> writes = asApp(tenant, statement -> {
            statement.execute("""
                    insert into tenant_activity_log
                        (id, created_at, actor, actor_kind, action, entity, entity_id, after, version)
                    select lpad(to_hex(n), 32, '0')::uuid, now(), 'a', 'user', 'thing.live', 'thing', gen_random_uuid(),
                        json_build_object('name', n)::text, 1
                    from generate_series(1, 5000) as n
                    """);
            statement.execute("set constraints all immediate");
            return strings(statement, """
                    select n_tup_ins + n_tup_upd from pg_stat_xact_user_tables where relname = 'tenant_event_count'
                    """);
        });

        assertThat(writes).containsExactly("1");
        assertThat(names())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5000)
                        .mapToObj(n -> n + " " + n)
                        .toList());
    }

    @Test
    void aRunOverAllTenantsPublishesForEach() throws SQLException {
        UUID other = newTenant();
        try (Connection connection = DATABASE.batch().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into tenant_activity_log
                            (tenant_id, id, created_at, actor, actor_kind, action, entity, after, version)
                        select tenant, gen_random_uuid(), now(), 'a', 'system', 'thing.live', 'thing',
                            json_build_object('name', tenant)::text, 1
                        from unnest(?) as tenant
                        """)) {
            insert.setArray(1, connection.createArrayOf("uuid", new Object[] {tenant, other}));
            insert.executeUpdate();
        }

        assertThat(names()).containsExactly("1 " + tenant);
        List<String> others = asApp(other, statement -> strings(statement, "select data ->> 'name' from tenant_event"));
        assertThat(others).containsExactly(other.toString());
    }

    private List<String> names() throws SQLException {
        return read("select number || ' ' || (data ->> 'name') from tenant_event order by number");
    }

    private void log(String action, String before, String after) throws SQLException {
        asApp(tenant, statement -> {
            write(statement, action, before, after);
            return null;
        });
    }

    private static void write(Statement statement, String action, String before, String after) throws SQLException {
        statement.execute("""
                insert into tenant_activity_log
                    (id, created_at, actor, actor_kind, action, entity, entity_id, before, after, version)
                values (gen_random_uuid(), now(), 'a', 'user', '%s', 'thing', gen_random_uuid(), %s, %s, 1)
                """.formatted(action, quoted(before), quoted(after)));
    }

    private UUID endpoint(String status, String... types) throws SQLException {
        return asApp(tenant, statement -> subscribe(statement, UUID.randomUUID(), status, types));
    }

    private static UUID subscribe(Statement statement, UUID id, String status, String... types) throws SQLException {
        statement.execute("""
                insert into webhook_endpoint (id, url, description, status, secret, created_at, version)
                values ('%s', 'https://a.test', '', '%s', '', now(), 1)
                """.formatted(id, status));
        for (String type : types) {
            statement.execute(
                    "insert into webhook_subscription (endpoint_id, type) values ('%s', '%s')".formatted(id, type));
        }
        return id;
    }

    private List<String> read(String sql) throws SQLException {
        return asApp(tenant, statement -> strings(statement, sql));
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private static <T> T asApp(UUID tenant, Work<T> work) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            enter(statement, tenant);
            T result = work.with(statement);
            connection.commit();
            return result;
        }
    }

    private static void enter(Statement statement, UUID tenant) throws SQLException {
        statement.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private static UUID newTenant() throws SQLException {
        UUID id = Ids.next();
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, now(), 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(id, id.toString().replace("-", "")));
        return id;
    }
}
