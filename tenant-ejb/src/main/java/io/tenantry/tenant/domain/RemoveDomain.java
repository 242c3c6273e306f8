package io.tenantry.tenant.domain;

import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.OptionalLong;
import java.util.UUID;

/** Gives a domain up: from the next request on it names nobody, and others may prove it. */
@Stateless
public class RemoveDomain {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    DomainHosts hosts;

    @Inject
    ActivityLog activity;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void remove(UUID id, OptionalLong expected) {
        TenantDomain domain = Versions.load(entityManager, TenantDomain.class, id, expected);
        hosts.giveUp(domain);
        entityManager.remove(domain);
        activity.deleted("domain", id, domain.snapshot());
    }
}
