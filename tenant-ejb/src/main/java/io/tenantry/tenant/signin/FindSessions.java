package io.tenantry.tenant.signin;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Reads the sessions of an account, in whichever tenants they work. */
@Stateless
public class FindSessions {

    /** A session that has not ended has one token that is not used up, its last. */
    private static final String SELECT = """
            select new io.tenantry.tenant.signin.SessionView(e.id, e.createdAt, t.issuedAt, e.expiresAt)
            from AccountSession e join RefreshToken t on t.sessionId = e.id""";

    private static final List<SortKey<SessionView>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", SessionView::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** Those that have not ended. */
    public Page<SessionView> page(UUID account, PageRequest request) {
        return new KeysetQuery<>(entityManager, SessionView.class, SELECT, ORDERS, SessionView::id)
                .whereEqual("e.accountId", account)
                .whereNull("e.endedAt")
                .whereNull("t.usedAt")
                .where("e.expiresAt", ">", clock.wallClock())
                .page(request);
    }
}
