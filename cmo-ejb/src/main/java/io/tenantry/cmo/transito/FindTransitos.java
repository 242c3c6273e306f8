package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.OptionalSortKey;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.tenant.customfield.CustomPages;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final OptionalSortKey<TransitoView> BY_START =
            OptionalSortKey.ofColumn(SortKey.ofInstant("startedAt", "e.startedAt", TransitoView::startedAt));

    private static final OptionalSortKey<TransitoView> BY_EXPECTATION =
            OptionalSortKey.ofColumn(SortKey.ofInstant("expectedAt", "e.expectedAt", TransitoView::expectedAt));

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    CustomPages customPages;

    @Inject
    BusinessClock clock;

    /**
     * What narrows the list; {@code null}, and no status at all, keep all.
     *
     * @param text part of the code, the plate, the origin or the destination
     * @param startedFrom inclusive, {@code startedTo} exclusive
     * @param overdue keeps those in progress that should have arrived
     */
    public record Filter(
            String text,
            Set<TransitoStatus> status,
            UUID precintoId,
            Instant startedFrom,
            Instant startedTo,
            boolean overdue) {}

    /** @param custom narrows the list by custom fields */
    public Page<TransitoView> page(Filter filter, Map<String, String> custom, PageRequest request) {
        KeysetQuery<TransitoView> query = new KeysetQuery<>(
                        entityManager, TransitoView.class, SELECT, ORDERS, TransitoView::id)
                .orderable(BY_START)
                .orderable(BY_EXPECTATION)
                .whereContains(filter.text(), "e.code", "e.vehiclePlate", "e.origin", "e.destination")
                .whereIn("e.status", filter.status())
                .whereEqual("e.precintoId", filter.precintoId())
                .where("e.startedAt", ">=", filter.startedFrom())
                .where("e.startedAt", "<", filter.startedTo());
        if (filter.overdue()) {
            query.whereEqual("e.status", TransitoStatus.inProgress).where("e.expectedAt", "<=", clock.now());
        }
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
