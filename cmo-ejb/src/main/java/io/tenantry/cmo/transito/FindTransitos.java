package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.tenant.customfield.CustomPages;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's transits. */
@Stateless
public class FindTransitos {

    private static final String SELECT = """
            select new io.tenantry.cmo.transito.TransitoView(
                e.id, e.code, e.precintoId, e.origin, e.destination, e.vehiclePlate, e.expectedAt, e.status, e.startedAt,
                e.endedAt, e.createdAt, e.version)
            from Transito e""";

    private static final List<SortKey<TransitoView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TransitoView::createdAt),
            SortKey.ofText("code", "e.code", TransitoView::code));

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    CustomPages customPages;

    /**
     * Each filter narrows the list unless {@code null}.
     *
     * @param custom narrows it by custom fields
     */
    public Page<TransitoView> page(
            TransitoStatus status, UUID precintoId, Map<String, String> custom, PageRequest request) {
        KeysetQuery<TransitoView> query = new KeysetQuery<>(
                        entityManager, TransitoView.class, SELECT, ORDERS, TransitoView::id)
                .whereEqual("e.status", status)
                .whereEqual("e.precintoId", precintoId);
        return customPages.page(CmoCustomFields.TRANSITOS, custom, request, query);
    }

    /** @throws ProblemException {@code not-found} */
    public TransitoView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Transito.class, id))
                .map(Transito::view)
                .map(view -> customFields.complete(CmoCustomFields.TRANSITOS, view))
                .orElseThrow(ProblemException::notFound);
    }
}
