package io.tenantry.tenant.email.internal;

import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Sends what is due in all outboxes, over one connection. Tenants take turns, so that one with much to send does not hold
 * up the others; without a mail server everything waits.
 */
@ApplicationScoped
public class DeliverEmail {

    private static final System.Logger LOGGER = ContextLogger.of(DeliverEmail.class);
    private static final int TURN = 20;

    @Inject
    OutboxTurn outboxes;

    @Inject
    ComposeEmail compose;

    @Inject
    MailServer server;

    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicBoolean complained = new AtomicBoolean();

    /** An outbox and the tenant whose it is. */
    private record Place(Outbox outbox, Optional<TenantId> tenant) {

        boolean call(BooleanSupplier work) {
            return tenant.isPresent() ? TenantContext.call(tenant.get(), work::getAsBoolean) : work.getAsBoolean();
        }
    }

    /** One call at a time works on a node; those that come meanwhile make it look once more. */
    public void run() {
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        int seen;
        boolean more;
        do {
            seen = wanted.get();
            more = sweepSafely();
        } while (more || !wanted.compareAndSet(seen, 0));
    }

    private boolean sweepSafely() {
        try {
            return sweep();
        } catch (RuntimeException | Error e) {
            // also an error: whoever left here without a word would keep the node from sending any more
            LOGGER.log(Level.ERROR, "e-mail was not sent", e);
            return false;
        }
    }

    /** One turn for each outbox; whether there may be more to send. */
    private boolean sweep() {
        List<Place> places = new ArrayList<>();
        places.add(new Place(Outbox.PLATFORM, Optional.empty()));
        outboxes.dueTenants().forEach(tenant -> places.add(new Place(Outbox.TENANT, Optional.of(tenant))));
        boolean more = places.size() > OutboxTurn.TENANTS;
        places.removeIf(place -> !place.call(() -> outboxes.prepare(place.outbox())));
        if (places.isEmpty()) {
            return more;
        }
        if (!server.isConfigured()) {
            complain("e-mail waits: no mail server is configured (tenantry.mail.host)");
            return false;
        }
        try (MailConnection connection = server.connect()) {
            complained.set(false);
            for (Place place : places) {
                more |= place.call(() -> turn(place.outbox(), connection));
            }
            return more && connection.isOpen();
        } catch (MessagingException e) {
            complain("e-mail waits: the mail server cannot be reached: " + e.getMessage());
            return false;
        }
    }

    /** Whether there may be more to send. */
    private boolean turn(Outbox outbox, MailConnection connection) {
        for (int i = 0; i < TURN && connection.isOpen(); i++) {
            Optional<TakenEmail> next = outboxes.take(outbox);
            if (next.isEmpty()) {
                return false;
            }
            attempt(next.get(), connection);
        }
        return true;
    }

    private void attempt(TakenEmail email, MailConnection connection) {
        try {
            connection.send(compose.compose(email));
        } catch (MessagingException | RuntimeException e) {
            String error = FailureText.of(e);
            LOGGER.log(
                    Level.INFO, "attempt " + email.attempt() + " to send e-mail " + email.id() + " failed: " + error);
            outboxes.failed(email, error);
            return;
        }
        outboxes.sent(email);
    }

    /** Once until it works again: the same line every few seconds helps nobody. */
    private void complain(String message) {
        if (complained.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, message);
        }
    }
}
