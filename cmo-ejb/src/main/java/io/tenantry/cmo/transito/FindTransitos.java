package io.tenantry.cmo.transito;

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

/** Reads the tenant's transits. */
@Stateless
public class FindTransitos {

    private static final String SELECT =
            """
            select new io.tenantry.cmo.transito.TransitoView(
                e.id, e.code, e.precintoId, e.origin, e.destination, e.vehiclePlate, e.status, e.startedAt, e.endedAt,
                e.createdAt, e.version)
            from Transito e""";

    private static final List<SortKey<TransitoView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TransitoView::createdAt),
            SortKey.ofText("code", "e.code", TransitoView::code));

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    /** Each filter narrows the list unless {@code null}. */
    public Page<TransitoView> page(TransitoStatus status, UUID precintoId, PageRequest request) {
        return new KeysetQuery<>(entityManager, TransitoView.class, SELECT, ORDERS, TransitoView::id)
                .whereEqual("e.status", status)
                .whereEqual("e.precintoId", precintoId)
                .page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public TransitoView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Transito.class, id))
                .map(Transito::view)
                .orElseThrow(ProblemException::notFound);
    }
}
