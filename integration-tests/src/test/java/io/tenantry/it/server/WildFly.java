package io.tenantry.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A standalone WildFly with a base directory of its own; it listens on the loopback interface by itself. */
public final class WildFly implements InstalledServer {

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 60;
    private static final Set<String> LEFT_BY_EARLIER_RUNS = Set.of("data", "log", "tmp", "standalone_xml_history");

    private final Setting setting;
    private final Map<String, String> environment;
    private final Path home;
    private final Path base;
    private final int http = Ports.free();
    private final int management = Ports.free();
    private Process script;

    public WildFly(Setting setting) {
        this.setting = setting;
        this.home = setting.servers().resolve("wildfly");
        this.base = setting.directory().resolve("standalone");
        this.environment = new HashMap<>(setting.environment());
        PidFile pid = new PidFile(setting.directory().resolve("wildfly.pid"));
        environment.putAll(Map.of(
                "JBOSS_PIDFILE",
                pid.file().toString(),
                "JBOSS_HOME",
                home.toString(),
                "JBOSS_BASE_DIR",
                base.toString(),
                "LAUNCH_JBOSS_IN_BACKGROUND",
                "true",
                "JAVA_OPTS",
                "-Xmx512m -XX:SoftRefLRUPolicyMSPerMB=0 " + ShortLived.COMPILER + " -Djboss.http.port=" + http
                        + " -Djboss.https.port=" + Ports.free() + " -Djboss.management.http.port=" + management));
        pid.killLeftOver();
        FileTree.delete(base);
        FileTree.copy(home.resolve("standalone"), base, LEFT_BY_EARLIER_RUNS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    @Override
    public Command install(Map<String, String> different) {
        stop();
        Map<String, String> given = new HashMap<>(environment);
        given.putAll(different);
        return Command.run(
                given,
                List.of("sh", setting.files().resolve("wildfly/install.sh").toString()));
    }

    @Override
    public void start() {
        if (script != null && script.isAlive()) {
            return;
        }
        try {
            script = Command.process(
                            environment,
                            List.of(home.resolve("bin/standalone.sh").toString()))
                    .redirectErrorStream(true)
                    .start();
            CompletableFuture<String> started = new CompletableFuture<>();
            Thread listener = new Thread(() -> listen(script.inputReader(), started), "wildfly-output");
            listener.setDaemon(true);
            listener.start();
            started.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("WildFly did not start; see " + base.resolve("log"), e);
        }
    }

    private static void listen(BufferedReader lines, CompletableFuture<String> started) {
        lines.lines().forEach(line -> {
            if (line.contains("WFLYSRV0025") || line.contains("WFLYSRV0026")) {
                started.complete(line);
            }
        });
        started.completeExceptionally(new IllegalStateException("it ended"));
    }

    @Override
    public void stop() {
        if (script == null) {
            return;
        }
        // the script passes the signal on
        script.destroy();
        try {
            if (!script.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                script.descendants().forEach(ProcessHandle::destroyForcibly);
                script.destroyForcibly();
                throw new IllegalStateException("WildFly did not end when told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Command deploy(Path ear) {
        return cli("deploy --force --name=tenantry.ear \"" + ear + "\"");
    }

    @Override
    public Command undeploy() {
        return cli("undeploy tenantry.ear");
    }

    @Override
    public String applications() {
        return cli("deployment list").expectSuccess().said();
    }

    private Command cli(String command) {
        return Command.run(
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of(
                        home.resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + management,
                        "--command=" + command));
    }

    @Override
    public ProcessHandle process() {
        return script.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + http);
    }

    @Override
    public String database() {
        return setting.database();
    }

    @Override
    public Path directory() {
        return base;
    }
}
