package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail is sent once, after the commit of what it reports, and not given up at the first failure. */
class OutboxDbTest {

    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private static final GreenMail MAIL = OutboxFixture.mailServer(ServerSetup.SMTP);
    private static final OptionalInt PORT = OptionalInt.of(MAIL.getSmtp().getPort());

    private final OutboxFixture fixture = new OutboxFixture(UNIT);

    @BeforeEach
    void nothingIsLeftOfOtherTests() throws FolderException {
        MAIL.purgeEmailFromAllMailboxes();
        fixture.emptyOutboxes();
    }

    @AfterAll
    static void close() {
        MAIL.stop();
        UNIT.close();
    }

    @Test
    void sendsWhatWasCommittedAndForgetsItsSecrets() throws Exception {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "bea@example.com");

        fixture.worker(PORT).run();

        MimeMessage[] received = MAIL.getReceivedMessagesForDomain("bea@example.com");
        assertThat(received).hasSize(1);
        assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@example\\.com>");
        assertThat(fixture.rows(tenant)).containsExactly("sent 1 - f");
    }

    @Test
    void aTransactionThatIsRolledBackSendsNothing() {
        TenantId tenant = fixture.tenant();
        assertThatThrownBy(() -> fixture.invite(tenant, "never@example.com", () -> {
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessage("refused");

        fixture.worker(PORT).run();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(fixture.rows(tenant)).isEmpty();
    }

    @Test
    void sendsToPeopleInNoTenant() {
        fixture.writeWithoutTenant("nobody@example.com");

        fixture.worker(PORT).run();
        fixture.worker(PORT).run();

        assertThat(MAIL.getReceivedMessagesForDomain("nobody@example.com")).hasSize(1);
    }

    @Test
    void twoNodesSendNothingTwice() throws Exception {
        List<TenantId> tenants = List.of(fixture.tenant(), fixture.tenant(), fixture.tenant());
        for (int i = 0; i < 60; i++) {
            fixture.invite(tenants.get(i % 3), "p" + i + "@example.com");
        }

        atOnce(4, () -> {
            fixture.worker(PORT).run();
            return null;
        });

        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(OutboxDbTest::messageId))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRowIsTakenByOneOfMany() throws Exception {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "one@example.com");

        List<Optional<TakenEmail>> taken =
                atOnce(8, () -> TenantContext.call(tenant, () -> fixture.turn().take(Outbox.TENANT)));

        assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void whatADeadNodeHadTakenFallsDueAgainAndItsWordCountsNoMore() {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "lease@example.com");
        TakenEmail lost = take(tenant).orElseThrow();

        fixture.pass(OutboxTurn.LEASE.minusSeconds(1));
        assertThat(take(tenant)).isEmpty();
        fixture.pass(Duration.ofSeconds(1));
        TakenEmail again = take(tenant).orElseThrow();
        assertThat(again.id()).isEqualTo(lost.id());

        TenantContext.run(tenant, () -> fixture.turn().sent(lost));
        assertThat(fixture.rows(tenant)).containsExactly("waiting 2 - t");
        TenantContext.run(tenant, () -> fixture.turn().sent(again));
        assertThat(fixture.rows(tenant)).containsExactly("sent 2 - f");
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureAndGivesUpInTheEnd() {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "retry@example.com");

        Duration pause = Duration.ofMinutes(1);
        for (int attempt = 1; attempt < OutboxTurn.ATTEMPTS; attempt++) {
            fail(tenant, take(tenant).orElseThrow());
            assertThat(fixture.rows(tenant)).containsExactly("waiting " + attempt + " refused t");
            fixture.pass(pause.minusSeconds(1));
            assertThat(take(tenant)).isEmpty();
            fixture.pass(Duration.ofSeconds(1));
            pause = pause.multipliedBy(2);
        }
        fail(tenant, take(tenant).orElseThrow());

        assertThat(fixture.rows(tenant)).containsExactly("dead 10 refused f");
        fixture.pass(Duration.ofDays(1));
        assertThat(take(tenant)).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayCostsNoAttempt() throws IOException {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "away@example.com");

        fixture.worker(OptionalInt.of(nobodysPort())).run();
        fixture.worker(OptionalInt.empty()).run();

        assertThat(fixture.rows(tenant)).containsExactly("waiting 0 - t");
    }

    @Test
    void oneThatCannotBeSentLeavesTheOthersAlone() {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "bad@example.com");
        fixture.invite(tenant, "good@example.com");
        DeliverEmail worker = fixture.worker(PORT);
        ComposeEmail working = worker.compose;
        worker.compose = new ComposeEmail() {
            @Override
            public OutgoingEmail compose(TakenEmail row) {
                if (row.recipient().startsWith("bad")) {
                    throw new IllegalStateException("https://secret.example");
                }
                return working.compose(row);
            }
        };

        worker.run();

        assertThat(MAIL.getReceivedMessagesForDomain("good@example.com")).hasSize(1);
        assertThat(fixture.rows(tenant)).containsExactly("waiting 1 IllegalStateException t", "sent 1 - f");
    }

    @Test
    void whatIsDoneGoesAfterItsTime() {
        TenantId tenant = fixture.tenant();
        fixture.invite(tenant, "old@example.com");
        fixture.worker(PORT).run();

        fixture.pass(OutboxTurn.RETENTION.minusSeconds(1));
        fixture.worker(PORT).run();
        assertThat(fixture.rows(tenant)).hasSize(1);
        fixture.pass(Duration.ofSeconds(1));
        fixture.worker(PORT).run();
        assertThat(fixture.rows(tenant)).isEmpty();
    }

    @Test
    void aTenantTakesOnlyItsOwn() {
        TenantId one = fixture.tenant();
        TenantId other = fixture.tenant();
        fixture.invite(one, "own@example.com");

        assertThat(take(other)).isEmpty();
        assertThat(fixture.rows(other)).isEmpty();
        assertThat(take(one)).isPresent();
    }

    @Test
    void theWorkerLearnsNothingOfTenantsWithoutWork() {
        TenantId idle = fixture.tenant();
        TenantId busy = fixture.tenant();
        fixture.invite(busy, "busy@example.com");

        Set<TenantId> due = Set.copyOf(fixture.turn().dueTenants());

        assertThat(due).contains(busy).doesNotContain(idle);
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Optional<TakenEmail> take(TenantId tenant) {
        return TenantContext.call(tenant, () -> fixture.turn().take(Outbox.TENANT));
    }

    private void fail(TenantId tenant, TakenEmail email) {
        TenantContext.run(tenant, () -> fixture.turn().failed(email, "refused"));
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> {
                    together.await();
                    return work.call();
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> task : executor.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results.stream().collect(Collectors.toList());
        } finally {
            executor.shutdownNow();
        }
    }
}
