package io.tenantry.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.product.Domain;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees who runs the install script: once, again, and with something wrong. */
class InstallIT {

    @Test
    void twiceInARowLeavesOneWorkingApplicationAndItsData() {
        try (InstalledServer server = Servers.fresh("twice")) {
            server.install(Map.of()).expectSuccess();
            server.start();
            String id = owner(server)
                    .post(Domain.PRECINTOS, Domain.precinto("KEPT-1"))
                    .expect(201)
                    .text("id");

            server.install(Map.of()).expectSuccess();

            server.start();
            owner(server).get(Domain.PRECINTOS + "/" + id).expect(200);
            assertThat(server.applications().split("\\btenantry")).hasSize(2);
            assertThat(server.configuration())
                    .contains("TENANTRY_DB_APP_PASSWORD")
                    .doesNotContain(Postgres.password("app"), Postgres.password("owner"));
        }
    }

    @ParameterizedTest
    @CsvSource({"tenantry_owner, TENANTRY_DB_OWNER_PASSWORD", "tenantry_app, TENANTRY_DB_APP_PASSWORD"})
    void aWrongPasswordIsToldInOneLineAndNothingIsDeployed(String role, String variable) {
        try (InstalledServer server = Servers.fresh("wrong_password")) {
            Command refused = server.install(Map.of(variable, "wrong"));

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said().lines()).singleElement().asString().contains(role, variable);
            server.start();
            assertThat(server.applications()).doesNotContain("tenantry");
        }
    }

    @Test
    void anApplicationThatDoesNotStartIsExplainedInOneLineAndNotDeployed() {
        try (InstalledServer server = Servers.fresh("not_empty")) {
            Postgres.shared().execute(server.database(), "create table of_something_else (id int)");

            Command refused = server.install(Map.of());

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said().lines())
                    .singleElement()
                    .asString()
                    .contains("Found non-empty schema")
                    .hasSizeLessThan(500);
            server.start();
            assertThat(server.applications()).doesNotContain("tenantry");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TENANTRY_DB_URL",
                "TENANTRY_DB_OWNER_PASSWORD",
                "TENANTRY_DB_APP_PASSWORD",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "TENANTRY_JWT_PRIVATE_KEY_LOCATION"
            })
    void aMissingVariableIsNamed(String variable) {
        try (InstalledServer server = Servers.fresh("incomplete")) {
            Command refused = server.install(Map.of(variable, ""));

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said().lines()).containsExactly("install.sh: " + variable + " is not set");
        }
    }

    private static Client owner(InstalledServer server) {
        return Client.of(server.address()).signIn("owner@acme.test", "tenantry-demo");
    }
}
