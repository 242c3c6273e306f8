package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.metering.Usage;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.webhook.AttemptView;
import io.tenantry.tenant.webhook.internal.sql.AttemptRows;
import io.tenantry.tenant.webhook.internal.sql.Candidate;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.EndpointRows;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery;
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
import java.util.Set;
import java.util.UUID;

/** The short transactions before and after an attempt to deliver; the attempt itself is in none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryTurn {

    /** Longer than one attempt takes, with all that a resolver may take. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** For so long without any success, an endpoint is sent no more. */
    static final Duration PATIENCE = Duration.ofDays(5);

    /** How many tenants are looked for at a time. */
    static final int TENANTS = 500;

    private static final int GONE = 410;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    TenantFeatures features;

    @Inject
    Usage usage;

    @Inject
    StopEndpoint stop;

    @Inject
    WebhookSettings settings;

    @Inject
    BusinessClock clock;

    /** Tenants for which there is something to do, at most {@link #TENANTS}, in the order of their ids. */
    public List<TenantId> dueTenants(UUID beyond) {
        return DeliveryRows.dueTenants(entityManager, now(), beyond, TENANTS).stream()
                .map(TenantId::new)
                .toList();
    }

    /** What of the thread's tenant is due, for an endpoint that is none of {@code full}. */
    public Optional<Candidate> next(Set<UUID> full) {
        return DeliveryRows.next(entityManager, now(), full);
    }

    /**
     * @return empty if somebody else has taken it
     * @throws ProblemException {@code limit-exceeded}, {@code feature-not-in-plan}; then it was not taken
     */
    public Optional<TakenDelivery> take(Candidate candidate) {
        features.require("webhooks");
        Optional<TakenDelivery> taken = DeliveryRows.take(entityManager, candidate.id(), now(), LEASE);
        if (taken.filter(TakenDelivery::enabled).isPresent() && !candidate.metered()) {
            usage.record("webhooks", 1);
        }
        return taken;
    }

    /** Gives it up, for a reason that is the tenant's. */
    public void refuse(Candidate candidate, String error) {
        DeliveryRows.refuse(entityManager, candidate.id(), error, now());
    }

    /** Its endpoint was disabled in the moment when it was written. */
    public void disabled(TakenDelivery taken) {
        DeliveryRows.end(entityManager, taken, StopEndpoint.DISABLED, now());
    }

    /** Notes an attempt: it was the last, or there will be another. */
    public void attempted(TakenDelivery taken, AttemptView attempt, Optional<Duration> asked) {
        Instant now = now();
        if (attempt.error() == null) {
            EndpointRows.succeeded(entityManager, taken.endpointId());
            DeliveryRows.end(entityManager, taken, null, now);
            AttemptRows.insert(entityManager, taken.id(), attempt);
            return;
        }
        Optional<Instant> failingSince = EndpointRows.failing(entityManager, taken.endpointId(), now);
        settings.retries()
                .pause(taken.tries(), asked)
                .ifPresentOrElse(
                        pause -> DeliveryRows.retry(entityManager, taken, attempt.error(), now.plus(pause)),
                        () -> DeliveryRows.end(entityManager, taken, attempt.error(), now));
        AttemptRows.insert(entityManager, taken.id(), attempt);
        if (attempt.status() != null && attempt.status() == GONE) {
            stop.gone(taken.endpointId());
        } else if (failingSince
                .filter(since -> !since.plus(PATIENCE).isAfter(now))
                .isPresent()) {
            stop.failed(taken.endpointId(), PATIENCE);
        }
    }

    /** Real time: receivers know no other. */
    private Instant now() {
        return clock.wallClock();
    }
}
