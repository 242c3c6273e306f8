package io.tenantry.tenant.impersonation;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.impersonation.internal.HandOverText;
import io.tenantry.tenant.impersonation.internal.sql.ImpersonationRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives an administrator of the platform a token with which to act as somebody in the thread's tenant. */
@Stateless
public class HandOver {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param member account of a member; empty for the role of an owner
     * @throws ProblemException {@code validation} for an account that is no member
     */
    public HandedOver prepare(Access administrator, Optional<UUID> member, String reason) {
        Optional<String> email = member.map(account -> ImpersonationRows.emailOfMember(entityManager, account)
                .orElseThrow(() -> ProblemException.invalid("/accountId", "validation.reference")));
        HandOverText token = HandOverText.next(TenantContext.required(), Ids.next());
        Instant now = clock.wallClock();
        Instant end = now.plus(LIFETIME);
        entityManager.persist(new Impersonation(
                token, administrator.accountId(), administrator.sessionId(), member, reason, now, end));
        entityManager.flush();
        Caller.identify(Caller.Kind.PLATFORM, administrator.accountId(), administrator.email());
        activity.created("impersonation", token.id(), values(reason, email));
        return new HandedOver(token.id(), token.text(), end);
    }

    /** As the activity log shows it. */
    static Map<String, Object> values(String reason, Optional<String> member) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("reason", reason);
        values.put("as", member.orElse("owner"));
        return values;
    }
}
