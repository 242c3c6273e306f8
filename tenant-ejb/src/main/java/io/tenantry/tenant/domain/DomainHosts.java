package io.tenantry.tenant.domain;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.domain.internal.sql.HostStatements;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** The hosts that name a tenant: each is one tenant's, whatever others say. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DomainHosts {

    static final Duration CHECKED_EVERY = Duration.ofHours(24);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Event<DomainChanged> changed;

    /**
     * Makes the thread's tenant the one of a domain it has proven just now. Of several who do so at once one succeeds.
     *
     * @throws ProblemException {@code conflict} if it is another's, which is not said
     */
    public void take(TenantDomain domain, Instant now) {
        if (HostStatements.take(entityManager, domain.name().ascii(), domain.id(), now.plus(CHECKED_EVERY))) {
            changed.fire(new DomainChanged(domain.name().ascii()));
        } else {
            throw ReservedDomains.unavailable();
        }
    }

    /** From now on the domain names nobody, if it named the thread's tenant. */
    public void giveUp(TenantDomain domain) {
        if (HostStatements.giveUp(entityManager, domain.name().ascii())) {
            changed.fire(new DomainChanged(domain.name().ascii()));
        }
    }

    /** The domain has been checked: the next time is in a day. */
    public void checked(TenantDomain domain, Instant now) {
        HostStatements.checkAt(entityManager, domain.name().ascii(), now.plus(CHECKED_EVERY));
    }
}
