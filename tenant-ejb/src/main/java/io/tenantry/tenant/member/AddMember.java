package io.tenantry.tenant.member;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/** Makes an account a member of the thread's tenant. */
@Stateless
public class AddMember {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code limit-exceeded} if the plan allows no more users */
    public void add(Account account, MemberRole role) {
        limits.take("users", 1);
        TenantUser user = new TenantUser(account.id(), role, clock.now());
        entityManager.persist(user);
        activity.created("member", user.id(), Map.of("email", account.email(), "role", role.code()));
    }
}
