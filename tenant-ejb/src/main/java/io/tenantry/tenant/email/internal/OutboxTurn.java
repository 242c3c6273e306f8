package io.tenantry.tenant.email.internal;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The short transactions before and after an attempt to send; the attempt itself is in none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxTurn {

    /** Longer than all the time-outs of one attempt together. */
    static final Duration LEASE = Duration.ofMinutes(10);

    static final int ATTEMPTS = 10;
    static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    /** How many are looked for at a time. */
    static final int TENANTS = 500;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** The tenants for which there is something to do, at most {@link #TENANTS}. */
    public List<TenantId> dueTenants() {
        return Outbox.dueTenants(entityManager, now(), TENANTS).stream()
                .map(TenantId::new)
                .toList();
    }

    /** Drops what has been kept long enough; whether something is to be sent. */
    public boolean prepare(Outbox outbox) {
        outbox.purge(entityManager, now());
        return outbox.isDue(entityManager, now());
    }

    public Optional<TakenEmail> take(Outbox outbox) {
        return outbox.take(entityManager, now(), LEASE);
    }

    public void sent(TakenEmail email) {
        email.outbox().finish(entityManager, email, null, now().plus(RETENTION));
    }

    /** Tries again later, after twice the pause each time, and in the end no more. */
    public void failed(TakenEmail email, String error) {
        if (email.attempt() >= ATTEMPTS) {
            email.outbox().finish(entityManager, email, error, now().plus(RETENTION));
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << (email.attempt() - 1));
            email.outbox().retry(entityManager, email, error, now().plus(pause));
        }
    }

    /** Real time: mail servers know no other. */
    private Instant now() {
        return clock.wallClock();
    }
}
