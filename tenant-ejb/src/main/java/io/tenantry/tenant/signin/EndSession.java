package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.signin.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Ends sessions of an account at its own wish. Each request looks its session up, so the next one and the next refresh
 * are refused. The tenant in which a session worked sees it in its activity log.
 */
@ApplicationScoped
public class EndSession {

    private static final String BY_ITS_ACCOUNT = "ended by its account";

    @Inject
    Sessions sessions;

    /** @throws ProblemException {@code not-found}, also for a session of another account */
    public void one(UUID session, UUID account) {
        sessions.tenantOf(session, account)
                .ifPresentOrElse(
                        tenant -> TenantContext.run(tenant, () -> sessions.end(session, BY_ITS_ACCOUNT, true)),
                        () -> sessions.end(session, BY_ITS_ACCOUNT, false));
    }

    /** Ends all but the one in use: "sign out everywhere else". */
    public void others(UUID inUse, UUID account) {
        sessions.endOthers(account, inUse, BY_ITS_ACCOUNT)
                .forEach(tenant -> TenantContext.run(tenant, () -> sessions.reportOthersEnded(account)));
    }
}
