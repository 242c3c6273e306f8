package io.tenantry.it.server;

import java.nio.file.Path;

/** Installations of the server that this test run is about. */
final class Servers {

    /** Few, so that a connection that gets lost is missed at once. */
    private static final int POOL_SIZE = 2;

    private Servers() {}

    /** Nothing is installed on it yet; its application is the packaged one. */
    static InstalledServer fresh(String name) {
        return fresh(name, packaged());
    }

    static InstalledServer fresh(String name, Path application) {
        Setting setting = new Setting(name, path("tenantry.servers"), path("tenantry.ear"), application, POOL_SIZE);
        String server = System.getProperty("tenantry.server");
        return switch (server) {
            case "payara" -> new Payara(setting);
            case "wildfly" -> new WildFly(setting);
            default -> throw new IllegalStateException("nothing is installed on " + server);
        };
    }

    static Path packaged() {
        return path("tenantry.ear").resolve("tenantry.ear");
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
