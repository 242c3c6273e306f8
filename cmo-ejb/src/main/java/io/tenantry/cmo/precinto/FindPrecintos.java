package io.tenantry.cmo.precinto;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's seals. */
@Stateless
public class FindPrecintos {

    private static final String SELECT =
            """
            select new io.tenantry.cmo.precinto.PrecintoView(
                e.id, e.code, e.status, e.batteryPct, e.lastSeenAt, e.createdAt, e.version)
            from Precinto e""";

    private static final List<SortKey<PrecintoView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", PrecintoView::createdAt),
            SortKey.ofText("code", "e.code", PrecintoView::code));

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    /** @param status narrows the list unless {@code null} */
    public Page<PrecintoView> page(PrecintoStatus status, PageRequest request) {
        return new KeysetQuery<>(entityManager, PrecintoView.class, SELECT, ORDERS, PrecintoView::id)
                .whereEqual("e.status", status)
                .page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public PrecintoView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Precinto.class, id))
                .map(Precinto::view)
                .orElseThrow(ProblemException::notFound);
    }
}
