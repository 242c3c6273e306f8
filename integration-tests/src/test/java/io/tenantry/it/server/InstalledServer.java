package io.tenantry.it.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A server with an installation of its own: configuration, ports, database and process. */
public interface InstalledServer extends AutoCloseable {

    /**
     * Runs the install script, on a stopped server where the script wants it so.
     *
     * @param different variables of the environment with other values than the right ones
     */
    Command install(Map<String, String> different);

    /** Starts the server unless it runs; returns once applications have started. */
    void start();

    void stop();

    /** Puts the application of the same name on the running server, with the server's own tool. */
    Command deploy(Path ear);

    Command undeploy();

    /** Names of the applications the server has, running or not. */
    String applications();

    ProcessHandle process();

    URI address();

    String database();

    /** Where the server keeps its configuration, logs and applications. */
    Path directory();

    @Override
    default void close() {
        stop();
    }
}
