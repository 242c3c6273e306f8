package io.tenantry.tenant.activity;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the tenant's activity log, newest first. */
@Stateless
public class FindActivity {

    private static final String SELECT = """
            select new io.tenantry.tenant.activity.ActivityEntry(
                e.id, e.createdAt, e.actorId, e.actor, e.actorKind, e.actingAs, e.action, e.entity, e.entityId, e.before,
                e.after, e.requestId)
            from TenantActivityLog e""";

    private static final List<SortKey<ActivityEntry>> ORDERS =
            List.of(SortKey.ofInstant("at", "e.createdAt", ActivityEntry::at));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<ActivityEntry> page(Filter filter, PageRequest request) {
        return new KeysetQuery<>(entityManager, ActivityEntry.class, SELECT, ORDERS, ActivityEntry::id)
                .where("e.createdAt", ">=", filter.from())
                .where("e.createdAt", "<", filter.to())
                .whereEqual("e.actor", filter.actor())
                .whereEqual("e.action", filter.action())
                .whereEqual("e.entity", filter.entity())
                .whereEqual("e.entityId", filter.entityId())
                .page(request);
    }

    /** Each member narrows the list; {@code null} does not. {@code to} is exclusive. */
    public record Filter(Instant from, Instant to, String actor, String action, String entity, UUID entityId) {}
}
