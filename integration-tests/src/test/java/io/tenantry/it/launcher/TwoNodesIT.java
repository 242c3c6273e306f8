package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.BlackBox;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Client;
import io.tenantry.it.product.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two products on one database, as behind a load balancer. The database is beside that of the shared product. */
class TwoNodesIT extends BlackBox {

    private static final String DATABASE = "two_nodes";

    private static final String OPERATOR = "admin@tenantry.test";
    private static final String DEMO_PASSWORD = "tenantry-demo";
    private static final String OWNER = "owner@two-nodes.test";
    private static final String PASSWORD = "correct horse battery staple";

    private final Installation server = Installation.shared();

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        superuser("drop database if exists " + DATABASE + " with (force)");
        superuser("create database " + DATABASE + " owner tenantry_owner encoding 'UTF8' template template0");
        superuser("revoke temporary on database " + DATABASE + " from public");
    }

    @AfterEach
    void dropTheDatabase() throws SQLException {
        superuser("drop database " + DATABASE + " with (force)");
    }

    @Test
    void startTogetherAndActAsOne() throws SQLException {
        try (Run one = start("node-1", "--demo", "--test-clock", "--application", probed());
                Run other = start("node-2", "--demo", "--test-clock", "--application", probed())) {
            Client first = one.ready();
            Client second = other.ready();
            assertThat(migrations()).isNotEmpty().doesNotHaveDuplicates();
            theDemonstrationIsFilledInOnce(first, second);

            createTenant(first, "two-nodes", OWNER);
            Client onFirst = second.signIn(OWNER, PASSWORD).at(first);
            Client onSecond = onFirst.at(second);
            String id = onFirst.post("/api/precintos", Json.object("code", "two-nodes"))
                    .expect(201)
                    .text("id");
            assertThat(onSecond.get("/api/precintos/" + id).expect(200).text("code"))
                    .isEqualTo("two-nodes");

            // attack case 5: this is no development
            onSecond.get("/api/precintos?tenant=two-nodes").expect(400);
            isSuspendedOnBoth(first, onFirst, onSecond);
            namesAreKnownOnBothWithinASecond(first, second);
            runEachJobOnceADay(List.of(first, second));

            onFirst.post("/api/auth/logout").expect(204);
            onSecond.get("/api/precintos/" + id).expect(401);
            onFirst.get("/api/precintos/" + id).expect(401);
        }
    }

    private static void isSuspendedOnBoth(Client first, Client onFirst, Client onSecond) {
        Client operator = first.signIn(OPERATOR, DEMO_PASSWORD);
        String tenant =
                "/api/admin/tenants/" + onFirst.get("/api/tenant").expect(200).text("id");
        operator.post(tenant + "/suspend", Json.object("reason", "unpaid")).expect(200);
        onSecond.get("/api/precintos").expect(403);
        onFirst.get("/api/precintos").expect(403);
        operator.at(onSecond).post(tenant + "/resume").expect(200);
        onFirst.get("/api/precintos").expect(200);
    }

    private static void theDemonstrationIsFilledInOnce(Client first, Client second) {
        assertThat(second.signIn("owner@acme.test", DEMO_PASSWORD).each("/api/precintos", "code"))
                .isNotEmpty()
                .isEqualTo(first.signIn("owner@acme.test", DEMO_PASSWORD).each("/api/precintos", "code"));
    }

    private static void runEachJobOnceADay(List<Client> nodes) {
        List<Client> operators =
                nodes.stream().map(node -> node.signIn(OPERATOR, DEMO_PASSWORD)).toList();
        Instant now = Instant.parse(
                operators.get(0).get("/api/admin/clock").expect(200).text("now"));
        Map<String, Object> later =
                Json.object("now", now.plus(Duration.ofDays(40)).toString());

        AtOnce.run(2, i -> operators.get(i).put("/api/admin/clock", later).expect(200));

        assertThat(nodes.stream().flatMap(TwoNodesIT::probedDays))
                .hasSizeBetween(40, 42)
                .doesNotHaveDuplicates();
    }

    private static Stream<String> probedDays(Client node) {
        String days = node.get("/probe?case=job-days&zone=UTC&tenant=" + UUID.randomUUID())
                .expect(200)
                .body();
        return days.isEmpty() ? Stream.empty() : Stream.of(days.split(","));
    }

    /** Also one that the other node remembers as nobody's. */
    private static void namesAreKnownOnBothWithinASecond(Client first, Client second) {
        Client byHost = second.with("Host", "later.localhost");
        byHost.get("/api/plans").expect(404);

        createTenant(first, "later", "owner@later.test");

        Instant deadline = Instant.now().plusSeconds(1);
        int status = 404;
        while (status == 404 && Instant.now().isBefore(deadline)) {
            status = byHost.get("/api/plans").status();
        }
        assertThat(status).isEqualTo(200);
    }

    /** The application with the probe in it, which the shared product runs too. */
    private static String probed() {
        return Path.of(System.getProperty("tenantry.data"))
                .resolveSibling("probed-tenantry.war")
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private static void createTenant(Client client, String slug, String owner) {
        client.signIn(OPERATOR, DEMO_PASSWORD)
                .post(
                        "/api/admin/tenants",
                        Json.object(
                                "slug",
                                slug,
                                "name",
                                "Tenant " + slug,
                                "plan",
                                "starter",
                                "trial",
                                false,
                                "owner",
                                Json.object("email", owner, "displayName", "Owner", "password", PASSWORD)))
                .expect(201);
    }

    private Run start(String name, String... options) {
        Installation installation = Installation.fresh(name);
        installation.takeSecretsOf(server);
        List<String> all = new ArrayList<>(List.of("--pool-size", "4", "--database-url", server.databaseUrl(DATABASE)));
        all.addAll(List.of(options));
        return Run.start(
                Map.of(
                        "TENANTRY_DB_OWNER_PASSWORD", server.secret("database-owner.password"),
                        "TENANTRY_DB_APP_PASSWORD", server.secret("database-app.password"),
                        "TENANTRY_DB_BATCH_PASSWORD", server.secret("database-batch.password")),
                installation,
                all.toArray(String[]::new));
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
