package io.tenantry.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.EventReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application that is taken off a running server leaves nothing of itself behind. */
class RedeployIT {

    private static final int TIMES = 5;

    private static final String A_CLASS = "io.tenantry.tenant.start.StartUp";

    /**
     * A thread, a timer or whatever else still belonged to an application would keep its classes in memory, and so all
     * generations, one more than are redeployed. Some may be left: each idle thread of WildFly's pools keeps the last task
     * it ran, and the JDK one method handle (DirectMethodHandle.asTypeCache).
     */
    @Test
    void redeployingLeaksNoConnectionThreadOrTimer() {
        // the probe has a timer
        Path application = Path.of("target", "redeployed.ear").toAbsolutePath();
        ProbedApplication.make(Servers.packaged(), application);
        try (InstalledServer server = Servers.fresh("redeployed", application)) {
            server.install(Map.of()).expectSuccess();
            server.start();
            for (int i = 0; i < TIMES; i++) {
                useUntilTheEnd(server);
                server.deploy(application).expectSuccess();
            }
            assertThat(generations(server)).isPositive();
            useUntilTheEnd(server);

            assertThat(generations(server)).isLessThan(TIMES);
            assertThat(threadsOfTheApplication(server)).isEmpty();
            assertThat(Postgres.shared().busyConnections(server.database())).isZero();
        }
    }

    /** Somebody listens until it is taken off. */
    private static void useUntilTheEnd(InstalledServer server) {
        Client owner = Client.of(server.address()).signIn("owner@acme.test", "tenantry-demo");
        owner.get(Domain.PRECINTOS).expect(200);
        owner.post(Domain.PRECINTOS, Map.of()).expect(400);
        try (EventReader reader = owner.listen("/api/events")) {
            assertThat(reader.next().type()).isEqualTo("usage");
            server.undeploy().expectSuccess();
            reader.expectEnd();
        }
    }

    /** How many class loaders still have the class, after garbage collection. */
    private static long generations(InstalledServer server) {
        jcmd(server, "GC.run");
        jcmd(server, "GC.run");
        return jcmd(server, "VM.class_hierarchy", A_CLASS)
                .lines()
                .filter(line -> line.contains(A_CLASS + "/"))
                .count();
    }

    private static List<String> threadsOfTheApplication(InstalledServer server) {
        return jcmd(server, "Thread.print")
                .lines()
                .filter(line -> line.contains("at io.tenantry."))
                .toList();
    }

    private static String jcmd(InstalledServer server, String... words) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> command =
                new ArrayList<>(List.of(program, String.valueOf(server.process().pid())));
        command.addAll(List.of(words));
        return Command.run(Map.of(), command).expectSuccess().said();
    }
}
