package io.tenantry.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.platform.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchDatabaseDbTest {

    private static TestDatabase database;

    private final List<String> closing = new ArrayList<>();
    private final BatchDatabase batch = new BatchDatabase(() -> watched(DataSource.class, database.batch()));

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void makeATable() {
        database.superuser("""
                set role tenantry_owner;
                create table public.batch_seal (
                    tenant_id uuid not null, code text not null check (code <> ''), primary key (tenant_id, code)
                );
                select app.protect('public.batch_seal')
                """);
    }

    @AfterEach
    void dropTheTable() {
        database.superuser("drop table public.batch_seal");
    }

    @Test
    void commitsWhatItDidForAllTenantsAsTheBatchRole() {
        String role = batch.transaction(connection -> {
            insert(connection, "A");
            insert(connection, "B");
            return text(connection, "select current_user");
        });

        assertThat(role).isEqualTo("tenantry_batch");
        assertThat(codes()).isEqualTo("A,B");
    }

    @Test
    void rollsBackWhatTheDatabaseRefusesAndNamesItsState() {
        assertThatExceptionOfType(BatchFailed.class)
                .isThrownBy(() -> batch.transaction(connection -> {
                    insert(connection, "A");
                    insert(connection, "");
                    return null;
                }))
                .satisfies(failed -> assertThat(failed.sqlState()).isEqualTo("23514"));

        assertThat(codes()).isNull();
    }

    @Test
    void rollsBackWhatItsCallerGivesUp() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> batch.transaction(connection -> {
                    insert(connection, "A");
                    throw new IllegalStateException("given up");
                }));

        assertThat(codes()).isNull();
    }

    @Test
    void returnsItsConnectionsAsItGotThem() {
        batch.transaction(connection -> text(connection, "select 1"));
        assertThatExceptionOfType(BatchFailed.class)
                .isThrownBy(() -> batch.transaction(connection -> text(connection, "select no_such_column")));

        assertThat(closing).containsExactly("auto-commit", "auto-commit");
    }

    private String codes() {
        return batch.transaction(connection -> text(connection, "select string_agg(code, ',') from batch_seal"));
    }

    private static void insert(Connection connection, String code) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into batch_seal values ('" + UUID.randomUUID() + "', '" + code + "')");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Notes in which mode a connection is closed, which a pool hands to the next. */
    private <T> T watched(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("close") && target instanceof Connection connection) {
                closing.add(connection.getAutoCommit() ? "auto-commit" : "in a transaction");
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof Connection connection ? watched(Connection.class, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
