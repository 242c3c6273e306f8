package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the product refuses to start with, in one line for the operator and a code for scripts. */
class RefusalsIT extends BlackBox {

    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    @Test
    void aTakenPort() {
        String port = String.valueOf(Product.address().getPort());
        Installation installation = Installation.fresh("taken-port");
        assertThat(refused(FAILED, Map.of(), installation, "--port", port))
                .contains("Port " + port)
                .contains("in use");
        assertThat(installation.processes()).isEmpty();
    }

    @Test
    void aDataDirectoryThatIsInUse() {
        Installation shared = Installation.shared();
        int before = shared.processes().size();
        assertThat(refused(FAILED, Map.of(), shared)).contains("in use by another Tenantry");
        assertThat(shared.processes()).hasSize(before);
    }

    @Test
    void aDataDirectoryThatCannotBeMade() throws IOException {
        Installation file = Installation.fresh("a-file");
        Files.writeString(file.directory(), "not a directory");
        Installation below = new Installation(file.directory().resolve("data"));
        assertThat(refused(FAILED, Map.of(), below)).contains("Cannot write to data directory");
        assertThat(below.processes()).isEmpty();
    }

    @Test
    void aDataDirectoryThatIsAFile() throws IOException {
        Installation file = Installation.fresh("another-file");
        Files.writeString(file.directory(), "not a directory");
        assertThat(refused(FAILED, Map.of(), file)).contains("is a file");
        assertThat(file.processes()).isEmpty();
    }

    @Test
    void aWrongDatabasePassword() {
        Installation shared = Installation.shared();
        Installation installation = Installation.fresh("wrong-password");
        Map<String, String> passwords = Map.of(
                "TENANTRY_DB_OWNER_PASSWORD", shared.secret("database-owner.password"),
                "TENANTRY_DB_APP_PASSWORD", "wrong",
                "TENANTRY_DB_BATCH_PASSWORD", shared.secret("database-batch.password"));
        assertThat(refused(FAILED, passwords, installation, "--database-url", shared.databaseUrl("tenantry")))
                .contains("refused tenantry_app")
                .contains("TENANTRY_DB_APP_PASSWORD")
                .doesNotContain("wrong");
        assertThat(installation.processes()).isEmpty();
    }

    // attack case 5
    @Test
    void theTenantParameterOutsideOfDevelopment() {
        Installation installation = Installation.fresh("tenant-parameter");
        assertThat(refused(FAILED, Map.of("TENANTRY_TENANT_QUERY_PARAMETER", "true"), installation))
                .contains("tenantry.tenant.query-parameter is for development only");
        assertThat(installation.processes()).isEmpty();
    }

    @Test
    void anUnknownOption() {
        Installation installation = Installation.fresh("unknown-option");
        assertThat(refused(BAD_USAGE, Map.of(), installation, "--no-such-option"))
                .contains("--no-such-option");
        assertThat(installation.directory()).doesNotExist();
    }

    /** @return the one line on standard error */
    private static String refused(
            int exitCode, Map<String, String> environment, Installation installation, String... options) {
        try (Run run = Run.start(environment, installation, options)) {
            assertThat(run.exitCode()).as("said %s%s", run.out(), run.err()).isEqualTo(exitCode);
            assertThat(run.err()).hasSize(1);
            assertThat(run.out()).noneMatch(line -> line.contains("Exception") || line.contains("ready"));
            String line = run.err().get(0);
            assertThat(line).doesNotContain("Exception:").doesNotStartWith("\tat ");
            return line;
        }
    }
}
