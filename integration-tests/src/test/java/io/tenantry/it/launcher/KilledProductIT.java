package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Receiver;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was answered is there and complete, however the product ends; what was not can be repeated. */
class KilledProductIT {

    private static final int SEALS = 1000;
    private static final int THREADS = 8;
    private static final int ENOUGH = 250;
    private static final int REPEATED = 20;
    private static final int PATIENCE_SECONDS = 120;
    private static final String EMAIL = "owner@killed.test";
    private static final String PASSWORD = "correct horse battery staple";

    private final Installation installation = Installation.fresh("killed");
    /** The ids of all seals that were answered with 201, by their code. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final Receiver receiver = Receiver.that(Receiver.silence());

    private UUID tenant;

    @AfterEach
    void closesReceiver() {
        receiver.close();
    }

    @Test
    void everySealThatWasAnsweredSurvives() throws SQLException {
        try (Run run = Run.start(Receiver.environment(), installation, "--demo")) {
            Client client = run.ready();
            tenant = newTenant(client);
            ProcessHandle database = installation.postmaster();
            registerReceiver(client.signIn(EMAIL, PASSWORD));

            createUntilKilled(client, 0, SEALS / 2, run::kill);

            assertThat(answered).as("killed in the middle").hasSizeBetween(ENOUGH, SEALS / 2 - 1);
            assertThat(database.isAlive()).as("the database is left behind").isTrue();
        }
        long orphan = installation.postmaster().pid();
        List<String> interrupted = interruptedDeliveries();
        try (Run run = Run.start(Receiver.environment(), installation, "--demo")) {
            Client client = run.ready();
            assertThat(installation.postmaster().pid())
                    .as("the database is taken over")
                    .isEqualTo(orphan);
            assertComplete(client);
            assertDelivered(interrupted);
            ProcessHandle database = installation.postmaster();

            createUntilKilled(client, SEALS / 2, SEALS, () -> {
                database.destroyForcibly();
                run.kill();
            });
            assertThat(answered).as("killed in the middle").hasSizeLessThan(SEALS - THREADS);
            database.onExit().join();
        }
        try (Run run = Run.start(installation, "--demo")) {
            Client client = run.ready();
            assertComplete(client);

            Client owner = client.signIn(EMAIL, PASSWORD);
            Map<String, String> before = Map.copyOf(answered);
            IntStream.range(0, SEALS)
                    .filter(number -> number % REPEATED == 0 || !before.containsKey(code(number)))
                    .forEach(number -> create(owner, code(number)));
            assertThat(answered)
                    .as("repeated answers")
                    .containsAllEntriesOf(before)
                    .hasSize(SEALS);
            assertComplete(client);
            assertThat(owner.each("/api/precintos", "code")).hasSize(SEALS).doesNotHaveDuplicates();
        }
        assertThat(installation.processes()).isEmpty();
    }

    /** Told of seals, and silent for ever, so that something is under way whenever the product is killed. */
    private void registerReceiver(Client owner) {
        owner.post("/api/webhooks", Json.object("url", receiver.url(), "eventTypes", List.of("precinto.created")))
                .expect(201);
    }

    /** The ids of the messages that the product was sending when it was killed. Their lease is over, as after a minute. */
    private List<String> interruptedDeliveries() throws SQLException {
        List<String> ids = rows("""
                update webhook_delivery set due_at = now(), taken_until = now()
                where tenant_id = ? and state = 'waiting' and taken_until is not null
                returning event_id
                """);
        // what was not on its way yet when it was taken has not arrived
        ids.retainAll(received());
        assertThat(ids).as("killed in the middle").isNotEmpty();
        receiver.reacts(Receiver.status(200));
        return ids;
    }

    /** At least once, with the same id; and so is everything else that was reported. */
    private void assertDelivered(List<String> interrupted) throws SQLException {
        List<String> events = rows("select event_id from webhook_delivery where tenant_id = ?");
        assertThat(events)
                .hasSize(rows("select id from precinto where tenant_id = ?").size());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!rows("select id from webhook_delivery where tenant_id = ? and state <> 'delivered'")
                .isEmpty()) {
            assertThat(System.nanoTime()).as("delivered in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        List<String> received = received();
        assertThat(received).containsAll(events);
        assertThat(interrupted)
                .allSatisfy(
                        id -> assertThat(Collections.frequency(received, id)).isGreaterThan(1));
    }

    private List<String> received() {
        return receiver.messages().stream()
                .map(message -> message.header("webhook-id"))
                .toList();
    }

    private static UUID newTenant(Client client) {
        String id = client.signIn("admin@tenantry.test", "tenantry-demo")
                .post(
                        "/api/admin/tenants",
                        Json.object(
                                "slug",
                                "killed",
                                "name",
                                "Killed",
                                "plan",
                                "enterprise",
                                "trial",
                                false,
                                "owner",
                                Json.object("email", EMAIL, "displayName", "Owner", "password", PASSWORD)))
                .expect(201)
                .text("id");
        return UUID.fromString(id);
    }

    /** Several threads create seals until the product is gone, which happens once enough of them are answered. */
    private void createUntilKilled(Client client, int from, int to, Runnable kill) {
        Client owner = client.signIn(EMAIL, PASSWORD);
        AtomicInteger next = new AtomicInteger(from);
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> {
                    for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        if (!create(owner, code(number))) {
                            return;
                        }
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("answers in time")
                    .isTrue();
            kill.run();
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return whether it was answered that the seal exists */
    private boolean create(Client owner, String code) {
        try {
            Client.Reply reply = owner.with("Idempotency-Key", code)
                    .post("/api/precintos", Json.object("code", code, "batteryPct", 80));
            if (reply.status() != 201) {
                return false;
            }
            answered.put(code, reply.text("id"));
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Every answered seal exists, and seals, count, history and kept answers agree to the row. */
    private void assertComplete(Client client) throws SQLException {
        List<String> stored = rows("select id from precinto where tenant_id = ?");
        assertThat(stored).containsAll(answered.values());
        assertThat(client.signIn(EMAIL, PASSWORD).each("/api/precintos", "id"))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(rows("select used from tenant_usage where tenant_id = ? and resource = 'precintos'"))
                .containsExactly(String.valueOf(stored.size()));
        assertThat(
                        rows(
                                "select entity_id from tenant_activity_log where tenant_id = ? and action = 'precinto.created'"))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(rows("select body::jsonb ->> 'id' from idempotent_answer where tenant_id = ? and status = 201"))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(rows("select key from idempotent_answer where tenant_id = ? and status is distinct from 201"))
                .isEmpty();
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = installation.superuser("tenantry");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            try (ResultSet found = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (found.next()) {
                    values.add(found.getString(1));
                }
                return values;
            }
        }
    }

    private static String code(int number) {
        return "seal-" + number;
    }
}
