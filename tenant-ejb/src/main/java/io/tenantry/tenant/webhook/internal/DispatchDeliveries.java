package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.webhook.internal.sql.Candidate;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has delivered what is due. Tenants take turns, and each tenant and endpoint has so much under way at a time and no
 * more: who does not answer holds up nobody else.
 */
@ApplicationScoped
public class DispatchDeliveries {

    private static final System.Logger LOGGER = System.getLogger(DispatchDeliveries.class.getName());
    /** How many of a tenant are begun before the next one's turn. */
    private static final int TURN = 4;

    @Inject
    DeliveryTurn turn;

    @Inject
    AttemptDelivery attempt;

    private final InFlight inFlight = new InFlight();
    private final AtomicInteger wanted = new AtomicInteger();
    private UUID beyond = DeliveryRows.BEFORE_ALL;

    /**
     * One call at a time works on a node; those that come meanwhile make it look once more.
     *
     * @param threads on which deliveries are made
     */
    public void run(Executor threads) {
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        int seen;
        boolean more;
        do {
            seen = wanted.get();
            more = roundSafely(threads);
        } while (more || !wanted.compareAndSet(seen, 0));
    }

    private boolean roundSafely(Executor threads) {
        try {
            return round(threads);
        } catch (RuntimeException | Error e) {
            // also an error: whoever left here without a word would keep the node from sending any more
            LOGGER.log(Level.ERROR, "webhooks were not sent", e);
            return false;
        }
    }

    /** A turn for each of the next tenants; whether there may be more to begin. */
    private boolean round(Executor threads) {
        if (!inFlight.hasRoom()) {
            return false;
        }
        boolean wasFirst = beyond.equals(DeliveryRows.BEFORE_ALL);
        List<TenantId> tenants = turn.dueTenants(beyond);
        boolean begun = false;
        for (TenantId tenant : tenants) {
            if (!inFlight.hasRoom()) {
                // the next round begins here
                return false;
            }
            begun |= turnOf(tenant, threads);
            beyond = tenant.value();
        }
        if (tenants.size() < DeliveryTurn.TENANTS) {
            beyond = DeliveryRows.BEFORE_ALL;
            return begun || !wasFirst;
        }
        return true;
    }

    private boolean turnOf(TenantId tenant, Executor threads) {
        try {
            return TenantContext.call(tenant, () -> begin(tenant, threads));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "webhooks of tenant " + tenant + " were not sent", e);
            return false;
        }
    }

    private boolean begin(TenantId tenant, Executor threads) {
        for (int i = 0; i < TURN; i++) {
            Optional<Candidate> next = inFlight.hasRoom(tenant) ? turn.next(inFlight.full(tenant)) : Optional.empty();
            if (next.isEmpty()) {
                return i > 0;
            }
            take(next.get()).ifPresent(taken -> send(tenant, taken, threads));
        }
        return true;
    }

    private Optional<TakenDelivery> take(Candidate candidate) {
        try {
            Optional<TakenDelivery> taken = turn.take(candidate);
            taken.filter(one -> !one.enabled()).ifPresent(turn::disabled);
            return taken.filter(TakenDelivery::enabled);
        } catch (ProblemException e) {
            turn.refuse(candidate, e.type().slug());
            return Optional.empty();
        }
    }

    private void send(TenantId tenant, TakenDelivery taken, Executor threads) {
        inFlight.enter(tenant, taken.endpointId());
        try {
            threads.execute(() -> sendNow(tenant, taken, threads));
        } catch (RuntimeException | Error e) {
            // no thread was to be had, so none will leave; the delivery falls due again
            inFlight.leave(tenant, taken.endpointId());
            throw e;
        }
    }

    private void sendNow(TenantId tenant, TakenDelivery taken, Executor threads) {
        try {
            TenantContext.run(tenant, () -> attempt(taken));
        } finally {
            inFlight.leave(tenant, taken.endpointId());
            if (!Thread.currentThread().isInterrupted()) {
                // what waited for this place
                run(threads);
            }
        }
    }

    private void attempt(TakenDelivery taken) {
        try {
            attempt.run(taken);
        } catch (InterruptedException e) {
            // the application ends
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "delivery " + taken.id() + " of a webhook is left to be tried again", e);
        }
    }
}
