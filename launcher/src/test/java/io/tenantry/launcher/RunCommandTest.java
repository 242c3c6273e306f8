package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void withoutOptionsListensOnThisMachineOnly() {
        LaunchSettings settings = parse();

        assertThat(settings.address()).isEqualTo(new HttpAddress("127.0.0.1", 8080));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("tenantry-data").toAbsolutePath());
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.application()).isEmpty();
        assertThat(settings.poolSize()).isEqualTo(16);
        assertThat(settings.demo()).isFalse();
        assertThat(settings.testClock()).isFalse();
    }

    @Test
    void takesEveryOption() {
        LaunchSettings settings = parse(
                "--demo",
                "--test-clock",
                "--port=0",
                "--host=0.0.0.0",
                "--data-dir=/srv/t",
                "--pool-size=40",
                "--database-url=jdbc:postgresql://db:5432/tenantry?sslmode=require",
                "--application=/srv/own.war");

        assertThat(settings.address()).isEqualTo(new HttpAddress("0.0.0.0", 0));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/srv/t"));
        assertThat(settings.databaseUrl()).contains("jdbc:postgresql://db:5432/tenantry?sslmode=require");
        assertThat(settings.application()).contains(Path.of("/srv/own.war"));
        assertThat(settings.poolSize()).isEqualTo(40);
        assertThat(settings.demo()).isTrue();
        assertThat(settings.testClock()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=x",
                "--port=-1",
                "--port=65536",
                "--pool-size=1",
                "--database-url=jdbc:mysql://db/x",
                "--unknown"
            })
    void refusesWrongUseWithCodeTwo(String argument) {
        assertThat(Main.commandLine(console).execute("run", argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("tenantry: ")
                .endsWith("--help lists the options");
    }

    @Test
    void explainsItself() {
        assertThat(Main.commandLine(console).execute("run", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--demo", "--port", "--data-dir", "127.0.0.1");
    }

    @Test
    void withoutCommandIsWrongUse() {
        assertThat(Main.commandLine(console).execute()).isEqualTo(2);
    }

    @Test
    void aMissingApplicationIsOneLineAndCodeOne() {
        assertThat(Main.commandLine(console).execute("run", "--port=0", "--application=missing.war"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("tenantry: Cannot read the application")
                .hasLineCount(1);
    }

    private LaunchSettings parse(String... arguments) {
        RunCommand command = new RunCommand(console);
        new CommandLine(command).parseArgs(arguments);
        return command.settings();
    }
}
