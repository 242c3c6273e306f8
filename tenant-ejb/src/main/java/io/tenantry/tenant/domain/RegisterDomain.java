package io.tenantry.tenant.domain;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.domain.internal.sql.DomainStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Enters a domain that the tenant says is its own. Others may say so too, until one of them has proven it. */
@Stateless
public class RegisterDomain {

    static final int MOST = 20;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ReservedDomains reserved;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param domain as a person writes it
     * @throws ProblemException {@code validation}; {@code conflict} if the domain cannot be used, is entered already or
     *     is one too many; {@code feature-not-in-plan}
     */
    @RequiresFeature("customDomain")
    public DomainView register(String domain) {
        DomainName name = DomainName.of(domain);
        reserved.refuse(name);
        requireRoom();
        TenantDomain registered = new TenantDomain(name, clock.now());
        entityManager.persist(registered);
        Text taken = Text.of("tenant.domain-registered");
        Flush.now(entityManager, taken, taken);
        activity.created("domain", registered.id(), registered.snapshot());
        return registered.view();
    }

    private void requireRoom() {
        DomainStatements.lock(entityManager);
        long domains = entityManager
                .createQuery("select count(d) from TenantDomain d", Long.class)
                .getSingleResult();
        if (domains >= MOST) {
            throw ProblemException.conflict("tenant.domain-too-many", MOST);
        }
    }
}
