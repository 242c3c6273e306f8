package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two products on one database, as behind a load balancer. The database is beside that of the shared product. */
class TwoNodesIT extends BlackBox {

    private static final String DATABASE = "two_nodes";

    private final Installation server = Installation.shared();

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        superuser("drop database if exists " + DATABASE + " with (force)");
        superuser("create database " + DATABASE + " owner tenantry_owner encoding 'UTF8' template template0");
    }

    @AfterEach
    void dropTheDatabase() throws SQLException {
        superuser("drop database " + DATABASE + " with (force)");
    }

    @Test
    void startTogetherAndActAsOne() throws SQLException {
        try (Run one = start("node-1");
                Run other = start("node-2")) {
            Client first = one.ready();
            Client second = other.ready();
            List<String> versions = migrations();
            assertThat(versions).isNotEmpty().doesNotHaveDuplicates();

            Client onFirst = first.signIn("owner@acme.test", "tenantry-demo");
            Client onSecond = onFirst.at(second);
            String code = "two-nodes-" + UUID.randomUUID();
            String id = onFirst.post("/api/precintos", Json.object("code", code))
                    .expect(201)
                    .text("id");
            assertThat(onSecond.get("/api/precintos/" + id).expect(200).text("code"))
                    .isEqualTo(code);

            onFirst.post("/api/auth/logout").expect(204);
            onSecond.get("/api/precintos/" + id).expect(401);
            onFirst.get("/api/precintos/" + id).expect(401);
        }
    }

    private Run start(String name) {
        Installation installation = Installation.fresh(name);
        installation.takeSecretsOf(server);
        return Run.start(
                Map.of(
                        "TENANTRY_DB_OWNER_PASSWORD", server.secret("database-owner.password"),
                        "TENANTRY_DB_APP_PASSWORD", server.secret("database-app.password"),
                        "TENANTRY_DB_BATCH_PASSWORD", server.secret("database-batch.password")),
                installation,
                "--demo",
                "--pool-size",
                "4",
                "--database-url",
                server.databaseUrl(DATABASE));
    }

    private List<String> migrations() throws SQLException {
        try (Connection connection = server.superuser(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version from flyway_schema_history where success")) {
            List<String> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        }
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
