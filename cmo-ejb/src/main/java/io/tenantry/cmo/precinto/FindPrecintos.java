package io.tenantry.cmo.precinto;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.OptionalSortKey;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the tenant's seals. */
@Stateless
public class FindPrecintos {

    private static final String SELECT = """
            select new io.tenantry.cmo.precinto.PrecintoView(
                e.id, e.code, e.status, e.batteryPct, e.lastSeenAt, e.latitude, e.longitude, e.createdAt, e.version)
            from Precinto e""";

    private static final List<SortKey<PrecintoView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", PrecintoView::createdAt),
            SortKey.ofText("code", "e.code", PrecintoView::code));

    private static final OptionalSortKey<PrecintoView> BY_BATTERY =
            OptionalSortKey.ofColumn(SortKey.ofInteger("batteryPct", "e.batteryPct", PrecintoView::batteryPct));

    private static final OptionalSortKey<PrecintoView> BY_LAST_SEEN =
            OptionalSortKey.ofColumn(SortKey.ofInstant("lastSeenAt", "e.lastSeenAt", PrecintoView::lastSeenAt));

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    CustomPages customPages;

    /**
     * What narrows the list; {@code null}, and no status at all, keep all.
     *
     * @param text part of the code
     * @param seenAfter inclusive, {@code seenBefore} exclusive
     */
    public record Filter(
            String text, Set<PrecintoStatus> status, Integer batteryBelow, Instant seenAfter, Instant seenBefore) {}

    /** @param custom narrows the list by custom fields */
    public Page<PrecintoView> page(Filter filter, Map<String, String> custom, PageRequest request) {
        KeysetQuery<PrecintoView> query = new KeysetQuery<>(
                        entityManager, PrecintoView.class, SELECT, ORDERS, PrecintoView::id)
                .orderable(BY_BATTERY)
                .orderable(BY_LAST_SEEN)
                .whereContains(filter.text(), "e.code")
                .whereIn("e.status", filter.status())
                .where("e.batteryPct", "<", filter.batteryBelow())
                .where("e.lastSeenAt", ">=", filter.seenAfter())
                .where("e.lastSeenAt", "<", filter.seenBefore());
        return customPages.page(CmoCustomFields.PRECINTOS, custom, request, query);
    }

    /** @throws ProblemException {@code not-found} */
    public PrecintoView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Precinto.class, id))
                .map(Precinto::view)
                .map(view -> customFields.complete(CmoCustomFields.PRECINTOS, view))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Loads nothing, so that whoever locks the seal later in the transaction sees it as it is then.
     *
     * @throws ProblemException {@code not-found}
     */
    public void requireExisting(UUID id) {
        long found = entityManager
                .createQuery("select count(e) from Precinto e where e.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        if (found == 0) {
            throw ProblemException.notFound();
        }
    }
}
