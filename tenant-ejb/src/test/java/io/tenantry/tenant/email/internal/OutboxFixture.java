package io.tenantry.tenant.email.internal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import io.tenantry.tenant.email.SendEmailForTests;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/** Outboxes and their workers as a server would hand them out, each call in a transaction of its own. */
final class OutboxFixture {

    private static final long START_MILLIS = 30_000;

    private static final Map<String, String> INVITED =
            Map.of("inviter", "Ana", "role", "viewer", "link", "https://acme.example/i?t=secret", "days", "7");

    private final StandaloneUnit unit;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    OutboxFixture(StandaloneUnit unit) {
        this.unit = unit;
    }

    private final BusinessClock clock = new BusinessClock(false) {
        @Override
        public Instant wallClock() {
            return now;
        }
    };

    void pass(Duration time) {
        now = now.plus(time);
    }

    TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        unit.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                "Organization " + slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                now)));
        return id;
    }

    /** Writes an invitation in a transaction that goes on with {@code then}. */
    void invite(TenantId tenant, String recipient, Runnable then) {
        TenantContext.run(
                tenant,
                () -> unit.transaction(em -> {
                    SendEmailForTests.on(em, clock).to(recipient, Locale.ENGLISH, EmailKey.INVITATION, INVITED);
                    then.run();
                }));
    }

    void invite(TenantId tenant, String recipient) {
        invite(tenant, recipient, () -> {});
    }

    void writeWithoutTenant(String recipient) {
        unit.transaction(em -> SendEmailForTests.on(em, clock)
                .fromPlatform(
                        recipient,
                        new Locale("es"),
                        EmailKey.PASSWORD_RESET,
                        Map.of("name", "Ana", "link", "https://example.com/r", "minutes", "30")));
    }

    /** A mail server on a free port, with time to start on a busy machine. */
    static GreenMail mailServer(ServerSetup kind) {
        ServerSetup setup = kind.dynamicPort();
        setup.setServerStartupTimeout(START_MILLIS);
        GreenMail mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    /** A worker as on one node, sending to a port of this machine. */
    DeliverEmail worker(OptionalInt port) {
        DeliverEmail worker = new DeliverEmail();
        worker.outboxes = turn();
        worker.compose = compose();
        worker.server = server(port);
        return worker;
    }

    static MailServer server(OptionalInt port) {
        MailServer server = new MailServer();
        server.host = port.isPresent() ? Optional.of("127.0.0.1") : Optional.empty();
        server.port = port;
        server.security = "none";
        server.username = Optional.empty();
        server.password = Optional.empty();
        server.platform = new PlatformSender();
        server.platform.configured = Optional.of("platform@tenantry.test");
        return server;
    }

    OutboxTurn turn() {
        return new OutboxTurn() {
            @Override
            public List<TenantId> dueTenants() {
                return alone(OutboxTurn::dueTenants);
            }

            @Override
            public boolean prepare(Outbox outbox) {
                return alone(turn -> turn.prepare(outbox));
            }

            @Override
            public Optional<TakenEmail> take(Outbox outbox) {
                return alone(turn -> turn.take(outbox));
            }

            @Override
            public void sent(TakenEmail email) {
                alone(turn -> {
                    turn.sent(email);
                    return null;
                });
            }

            @Override
            public void failed(TakenEmail email, String error) {
                alone(turn -> {
                    turn.failed(email, error);
                    return null;
                });
            }
        };
    }

    private <T> T alone(Function<OutboxTurn, T> work) {
        return unit.inTransaction(em -> {
            OutboxTurn turn = new OutboxTurn();
            turn.entityManager = em;
            turn.clock = clock;
            return work.apply(turn);
        });
    }

    private ComposeEmail compose() {
        return new ComposeEmail() {
            @Override
            public OutgoingEmail compose(TakenEmail row) {
                return new OutgoingEmail(
                        row.id(),
                        "Tenantry",
                        "no-reply@example.com",
                        Optional.empty(),
                        row.recipient(),
                        new EmailTemplate(
                                "Subject", Variables.parse(row.variables()).get("link"), "<p>x</p>"),
                        "en",
                        row.createdAt());
            }
        };
    }

    /** What the database holds of an outbox, as {@code state attempts error variables}. */
    @SuppressWarnings("unchecked")
    List<String> rows(TenantId tenant) {
        return TenantContext.call(
                tenant, () -> unit.inTransaction(em -> em.createNativeQuery("""
                                select concat_ws(' ', state, attempts, coalesce(last_error, '-'), variables is not null)
                                from tenant_email order by id""").getResultList()));
    }

    /** Each tenant's, as the worker finds them. */
    void emptyOutboxes() {
        List<UUID> tenants = unit.inTransaction(em -> {
            em.createNativeQuery("delete from platform_email").executeUpdate();
            return Outbox.dueTenants(em, now.plus(Duration.ofDays(3650)), Integer.MAX_VALUE);
        });
        tenants.forEach(tenant -> TenantContext.run(
                new TenantId(tenant),
                () -> unit.transaction(
                        em -> em.createNativeQuery("delete from tenant_email").executeUpdate())));
    }
}
