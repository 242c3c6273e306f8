package io.tenantry.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.product.Domain;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What an operator sees who runs the install script: once, again, and with something wrong. */
class InstallIT {

    private static final List<String> REQUIRED = List.of(
            "TENANTRY_DB_URL",
            "TENANTRY_DB_OWNER_PASSWORD",
            "TENANTRY_DB_APP_PASSWORD",
            "TENANTRY_DB_BATCH_PASSWORD",
            "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
            "TENANTRY_JWT_PRIVATE_KEY_LOCATION",
            "TENANTRY_SECRET_KEY");

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
            assertThat(FileTree.containing(server.directory(), "TENANTRY_DB_APP_PASSWORD"))
                    .isNotEmpty();
            // the beginnings of the passwords, which look the same in XML
            assertThat(FileTree.containing(server.directory(), "o:w=n")).isEmpty();
            assertThat(FileTree.containing(server.directory(), "a:p=p")).isEmpty();
            assertThat(FileTree.containing(server.directory(), "b:a=t")).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsToldInOneLineAndNothingIsDeployed() {
        try (InstalledServer server = Servers.fresh("wrong_password")) {
            refuses(server, Map.of("TENANTRY_DB_OWNER_PASSWORD", "wrong"))
                    .contains("no connection as tenantry_owner", "TENANTRY_DB_OWNER_PASSWORD");
            refuses(server, Map.of("TENANTRY_DB_BATCH_PASSWORD", "wrong"))
                    .contains("no connection as tenantry_batch", "TENANTRY_DB_BATCH_PASSWORD");

            server.start();
            assertThat(server.applications()).doesNotContain("tenantry");
        }
    }

    @Test
    void anApplicationThatDoesNotStartIsExplainedInOneLineAndNotDeployed() {
        try (InstalledServer server = Servers.fresh("not_empty")) {
            Postgres.shared().execute(server.database(), "create table of_something_else (id int)");

            refuses(server, Map.of()).contains("Found non-empty schema").hasSizeLessThan(500);

            server.start();
            assertThat(server.applications()).doesNotContain("tenantry");
        }
    }

    @Test
    void aMissingVariableIsNamed() {
        try (InstalledServer server = Servers.fresh("incomplete")) {
            for (String variable : REQUIRED) {
                refuses(server, Map.of(variable, "")).isEqualTo("install.sh: " + variable + " is not set");
            }
        }
    }

    /** What is wrong, in the one line that is said. */
    private static AbstractStringAssert<?> refuses(InstalledServer server, Map<String, String> different) {
        Command refused = server.install(different);
        assertThat(refused.exit()).isEqualTo(1);
        return assertThat(refused.said().lines()).singleElement(InstanceOfAssertFactories.STRING);
    }

    private static Client owner(InstalledServer server) {
        return Client.of(server.address()).signIn("owner@acme.test", "tenantry-demo");
    }
}
