package io.tenantry.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The schema is made once, however often and by however many nodes it is asked for. */
class MigrationsDbTest {

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void theSecondRunFindsNothingToDo() throws SQLException {
        int first = Migrations.run(database.owner());

        assertThat(first).isPositive();
        assertThat(Migrations.run(database.owner())).isZero();
        assertThat(versions()).hasSize(first).doesNotHaveDuplicates();
    }

    @Test
    void nodesThatStartAtOnceRunEachMigrationOnce() throws Exception {
        int nodes = 2;
        CyclicBarrier together = new CyclicBarrier(nodes);
        Callable<Integer> start = () -> {
            together.await();
            return Migrations.run(database.owner());
        };
        ExecutorService executor = Executors.newFixedThreadPool(nodes);
        try {
            int ran = 0;
            for (Future<Integer> node : executor.invokeAll(List.of(start, start))) {
                ran += node.get();
            }
            assertThat(ran).isPositive();
            assertThat(versions()).hasSize(ran).doesNotHaveDuplicates();
        } finally {
            executor.shutdownNow();
        }
    }

    private List<String> versions() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version from flyway_schema_history where version is not null and success")) {
            List<String> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        }
    }
}
