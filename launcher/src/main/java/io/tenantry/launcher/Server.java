package io.tenantry.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Payara Micro inside this process: one HTTP listener, three connection pools, one application at the context root. */
final class Server implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Server.class.getName());
    private static final int HTTP_THREADS = 32;
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String CONFIG = "configs.config.server-config.";

    private final Path directory;
    private final Path log;
    private AdminCommandRunner commands;
    private PayaraMicroRuntime runtime;

    Server(DataDirectory data) {
        this.directory = data.path("server");
        this.log = data.log();
    }

    void start(HttpAddress address, List<ConnectionPool> pools) {
        try {
            // Payara keeps a configuration it finds; a fresh one makes every start the same
            FileTree.delete(directory);
            Files.createDirectories(directory);
            PayaraMicro micro = PayaraMicro.getInstance();
            micro.setPreBootHandler(runner -> configure(runner, address));
            micro.setPostBootHandler(runner -> commands = runner);
            runtime = micro.setRootDir(directory.toFile())
                    .setHttpPort(address.port())
                    .setHttpAutoBind(false)
                    .setMaxHttpThreads(HTTP_THREADS)
                    .setPrintLogo(false)
                    .setNoCluster(true)
                    .setNoHazelcast(true)
                    .bootStrap();
            pools.forEach(this::create);
        } catch (IOException | BootstrapException e) {
            throw new LaunchFailure("The server did not start: " + LaunchFailure.rootMessage(e) + "; see " + log, e);
        }
    }

    void deploy(Path archive) {
        DeploymentFailure failure = new DeploymentFailure();
        failure.listen();
        try {
            ClusterCommandResult result =
                    commands.run("deploy", "--name=tenantry", "--contextroot=/", archive.toString());
            // Payara itself stays up without the application
            if (failed(result) || runtime.getDeployedApplicationNames().isEmpty()) {
                throw new LaunchFailure(
                        "The application did not start: " + failure.reason(result.getOutput()) + "; see " + log);
            }
        } finally {
            failure.close();
        }
    }

    /** Returns when applications have ended, whoever ends them: on a signal Payara's own hook races with ours. */
    @Override
    public void close() {
        try {
            if (runtime != null) {
                runtime.shutdown();
            }
        } catch (BootstrapException | IllegalStateException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "Already stopping", e);
        }
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("GlassFish Shutdown Hook"))
                .forEach(Server::join);
    }

    private static void configure(AdminCommandRunner runner, HttpAddress address) {
        set(
                runner,
                CONFIG + "network-config.network-listeners.network-listener.http-listener.address=" + address.host());
        set(runner, CONFIG + "network-config.protocols.protocol.http-listener.http.server-header=false");
        // else such a request never reaches the application, and is answered without a problem
        set(
                runner,
                CONFIG
                        + "network-config.protocols.protocol.http-listener.http.allow-payload-for-undefined-http-methods=true");
        set(runner, CONFIG + "hazelcast-config-specific-configuration.enabled=false");
        set(runner, CONFIG + "phone-home-runtime-configuration.enabled=false");
        // the built-in H2 data source would open a port to the world when somebody uses it
        set(runner, "resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:mem:default");
    }

    private void create(ConnectionPool pool) {
        require(commands.run("create-jdbc-connection-pool", pool.createArguments()));
        require(commands.run("create-jdbc-resource", "--connectionpoolid=" + pool.name(), pool.jndiName()));
    }

    private static void set(AdminCommandRunner runner, String assignment) {
        require(runner.run("set", assignment));
    }

    private static void require(ClusterCommandResult result) {
        if (failed(result)) {
            throw new IllegalStateException(result.getOutput(), result.getFailureCause());
        }
    }

    private static boolean failed(ClusterCommandResult result) {
        return result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE;
    }

    private static void join(Thread hook) {
        try {
            hook.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
