package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads the proofs of purges, newest first. */
@Stateless
public class FindPurges {

    private static final String SELECT = """
            select new io.tenantry.tenant.lifecycle.PurgeView(
                e.id, e.slug, e.startedAt, e.startedBy, e.finishedAt, e.rowsRemoved, e.rowsLeft)
            from TenantPurge e""";

    private static final List<SortKey<PurgeView>> ORDERS =
            List.of(SortKey.ofInstant("startedAt", "e.startedAt", PurgeView::startedAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<PurgeView> page(PageRequest request) {
        return new KeysetQuery<>(entityManager, PurgeView.class, SELECT, ORDERS, PurgeView::id).page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public PurgeView.Detail get(UUID id) {
        PurgeView purge = entityManager
                .createQuery(SELECT + " where e.id = :id", PurgeView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        List<PurgeView.Table> tables = entityManager.find(TenantPurge.class, id).tables().stream()
                .map(PurgedTable::view)
                .sorted(Comparator.comparing(PurgeView.Table::name))
                .toList();
        return new PurgeView.Detail(purge, tables);
    }
}
