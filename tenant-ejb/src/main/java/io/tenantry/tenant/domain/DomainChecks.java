package io.tenantry.tenant.domain;

import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.domain.internal.Proof;
import io.tenantry.tenant.domain.internal.sql.DomainStatements;
import io.tenantry.tenant.domain.internal.sql.HostStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The two ends of a check, each a transaction; the DNS is asked between them. */
@Stateless
public class DomainChecks {

    /** A tenant's attempts in a {@link #WINDOW}. */
    static final int ATTEMPTS = 10;

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** When a host is due again whose check has come to nothing. */
    static final Duration RETRY = Duration.ofHours(1);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    DomainHosts hosts;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** A record to look for. */
    public record Question(String name, String value) {}

    /**
     * What somebody who asks for a check wants to know.
     *
     * @throws ProblemException {@code not-found}; {@code rate-limited}, or the server would pass on any number of queries
     */
    public Question requested(UUID id) {
        TenantDomain domain =
                Optional.ofNullable(entityManager.find(TenantDomain.class, id)).orElseThrow(ProblemException::notFound);
        Instant now = clock.wallClock();
        if (DomainStatements.attempt(entityManager, now, now.minus(WINDOW)) > ATTEMPTS) {
            throw ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", WINDOW.toSeconds()));
        }
        return question(domain);
    }

    /** One domain of any tenant whose check is due, which no other node gets. */
    public Optional<HostStatements.Due> claim() {
        Instant now = clock.now();
        return HostStatements.claim(entityManager, now, now.plus(RETRY));
    }

    /** Empty if the domain is gone meanwhile. */
    public Optional<Question> due(UUID id) {
        return Optional.ofNullable(entityManager.find(TenantDomain.class, id)).map(DomainChecks::question);
    }

    /**
     * Draws the consequences.
     *
     * @throws ProblemException {@code not-found} if the domain is gone meanwhile; {@code conflict} if it is another's
     */
    public DomainView conclude(UUID id, Proof proof) {
        TenantDomain domain = Versions.load(entityManager, TenantDomain.class, id, OptionalLong.empty());
        if (proof == Proof.UNKNOWN) {
            return domain.view();
        }
        Instant now = clock.now();
        Map<String, Object> before = domain.snapshot();
        DomainStatus was = domain.status();
        if (proof == Proof.FOUND) {
            domain.proven(now);
        } else {
            domain.missed(now);
        }
        entityManager.flush();
        moveHost(domain, was, now);
        if (domain.status() != was) {
            activity.changed("domain." + domain.status().code(), "domain", id, before, domain.snapshot());
        }
        return domain.view();
    }

    private void moveHost(TenantDomain domain, DomainStatus was, Instant now) {
        boolean inForce = domain.status().isInForce();
        if (inForce && was.isInForce()) {
            hosts.checked(domain, now);
        } else if (inForce) {
            hosts.take(domain, now);
        } else if (was.isInForce()) {
            hosts.giveUp(domain);
        }
    }

    private static Question question(TenantDomain domain) {
        return new Question(domain.name().challengeName(), domain.challenge());
    }
}
