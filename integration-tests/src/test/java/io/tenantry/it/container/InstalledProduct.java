package io.tenantry.it.container;

import io.tenantry.it.server.Command;
import io.tenantry.it.server.InstalledServer;
import io.tenantry.it.server.Postgres;
import java.net.URI;
import java.util.Map;

/** The EAR on a server, put there by the install script as an operator does it. */
final class InstalledProduct implements RunningProduct {

    private final InstalledServer server;

    private InstalledProduct(InstalledServer server) {
        this.server = server;
    }

    static InstalledProduct start(InstalledServer server) {
        Command installed = server.install(Map.of());
        if (installed.exit() != 0) {
            throw new IllegalStateException(installed.said());
        }
        server.start();
        return new InstalledProduct(server);
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public String databaseUrl() {
        return Postgres.shared().url(server.database());
    }

    @Override
    public String superuserPassword() {
        return Postgres.SUPERUSER_PASSWORD;
    }

    @Override
    public boolean stop() {
        server.stop();
        return true;
    }
}
