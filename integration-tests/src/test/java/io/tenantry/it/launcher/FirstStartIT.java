package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.product.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first start of a real installation, and its end. */
class FirstStartIT {

    private static final String LINK = "Create the first administrator: ";
    private static final String PASSWORD = "correct horse battery staple";
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @Test
    void theLinkMakesTheFirstAdministratorOnce() {
        Installation installation = Installation.fresh("first-start");
        try (Run first = Run.start(installation)) {
            Client client = first.ready();
            String link = linkOf(first);
            assertThat(link).startsWith(client.address() + "/setup.html#token=");
            String token = link.substring(link.indexOf("#token=") + "#token=".length());

            client.post("/api/setup", administrator("wrong")).expect(404);
            client.post("/api/setup", administrator(token)).expect(201);
            client.post("/api/setup", administrator(token)).expect(404);
            client.signIn("operator@example.test", PASSWORD)
                    .get("/api/admin/tenants")
                    .expect(200);

            first.terminate();
            assertThat(first.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(first.err()).isEmpty();
        }
        assertThat(installation.processes()).isEmpty();
        assertThat(installation.databaseStopped()).isTrue();

        try (Run second = Run.start(installation)) {
            Client client = second.ready();
            client.signIn("operator@example.test", PASSWORD)
                    .get("/api/admin/tenants")
                    .expect(200);
            second.terminate();
            assertThat(second.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(second.out()).noneMatch(line -> line.contains(LINK));
        }
        assertThat(installation.processes()).isEmpty();
    }

    /** It is printed after the line that says ready, so it may not be there at once. */
    private static String linkOf(Run run) {
        return run.line(LINK).substring(LINK.length());
    }

    private static Map<String, Object> administrator(String token) {
        return Json.object(
                "token", token, "email", "operator@example.test", "displayName", "Operator", "password", PASSWORD);
    }
}
