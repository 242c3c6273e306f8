package io.tenantry.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A domain of Payara Server that listens on the loopback interface only. */
public final class Payara implements InstalledServer {

    private final Setting setting;
    private final Map<String, String> environment;
    private final Path home;
    private final Path domain;
    private final int http = Ports.free();

    public Payara(Setting setting) {
        this.setting = setting;
        this.home = setting.servers().resolve("payara6");
        this.domain = home.resolve("glassfish").resolve("domains").resolve(setting.name());
        int admin = Ports.free();
        this.environment = new HashMap<>(setting.environment());
        environment.putAll(Map.of(
                "PAYARA_HOME", home.toString(),
                "TENANTRY_DOMAIN", setting.name(),
                "AS_EXTRA_JAVA_OPTS", String.join(" ", ShortLived.JAVA),
                "AS_ADMIN_PORT", String.valueOf(admin)));
        new PidFile(domain.resolve("config").resolve("pid")).killLeftOver();
        FileTree.delete(domain);
        FileTree.copy(domain.resolveSibling("domain1"), domain, Set.of());
        configure(admin);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running().ifPresent(ProcessHandle::destroy)));
    }

    /**
     * As {@code domain1} comes, but for ports, addresses and services nobody uses here. Without soft references what
     * garbage collection leaves is in use.
     */
    private void configure(int admin) {
        Path file = domain.resolve("config").resolve("domain.xml");
        try {
            Files.writeString(file, configured(Files.readString(file), admin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configured(String original, int admin) {
        return original.replace("<network-listener port=\"8080\"", listener(http))
                .replace("<network-listener port=\"4848\"", listener(admin))
                .replace("<network-listener port=\"8181\"", "<network-listener enabled=\"false\" port=\"8181\"")
                .replace("<iiop-listener ", "<iiop-listener enabled=\"false\" ")
                .replace("<jmx-connector ", "<jmx-connector enabled=\"false\" ")
                // without the element there is a broker that listens on all interfaces
                .replaceFirst(
                        "<iiop-service>",
                        "<jms-service type=\"DISABLED\" default-jms-host=\"default_JMS_host\">"
                                + "<jms-host name=\"default_JMS_host\"/></jms-service><iiop-service>")
                .replace(
                        "<hazelcast-config-specific-configuration",
                        "<hazelcast-config-specific-configuration enabled=\"false\"")
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace(
                        "<jvm-options>-Xmx512m</jvm-options>",
                        "<jvm-options>-Xmx512m</jvm-options>"
                                + "<jvm-options>-XX:SoftRefLRUPolicyMSPerMB=0</jvm-options>"
                                + "<jvm-options>" + ShortLived.COMPILER + "</jvm-options>");
    }

    private static String listener(int port) {
        return "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"";
    }

    @Override
    public Command install(Map<String, String> different) {
        Map<String, String> given = new HashMap<>(environment);
        // the script finds it by itself
        given.remove("AS_ADMIN_PORT");
        given.putAll(different);
        return Command.run(
                given,
                List.of("sh", setting.files().resolve("payara/install.sh").toString()));
    }

    @Override
    public void start() {
        if (running().isEmpty()) {
            asadmin("start-domain", setting.name()).expectSuccess();
        }
    }

    @Override
    public void stop() {
        if (running().isPresent()) {
            asadmin("stop-domain", setting.name()).expectSuccess();
        }
    }

    @Override
    public Command deploy(Path ear) {
        return asadmin("deploy", "--force", "--name", "tenantry", ear.toString());
    }

    @Override
    public Command undeploy() {
        return asadmin("undeploy", "tenantry");
    }

    @Override
    public String applications() {
        return asadmin("list-applications").expectSuccess().said();
    }

    @Override
    public ProcessHandle process() {
        return running().orElseThrow();
    }

    private Optional<ProcessHandle> running() {
        return new PidFile(domain.resolve("config").resolve("pid")).running();
    }

    private Command asadmin(String... words) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve("asadmin").toString(), "--interactive=false"));
        command.addAll(List.of(words));
        return Command.run(environment, command);
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
        return domain;
    }
}
