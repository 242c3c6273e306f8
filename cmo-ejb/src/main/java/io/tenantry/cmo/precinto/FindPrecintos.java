package io.tenantry.cmo.precinto;

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

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    CustomPages customPages;

    /**
     * @param status narrows the list unless {@code null}
     * @param custom narrows it by custom fields
     */
    public Page<PrecintoView> page(PrecintoStatus status, Map<String, String> custom, PageRequest request) {
        KeysetQuery<PrecintoView> query = new KeysetQuery<>(
                        entityManager, PrecintoView.class, SELECT, ORDERS, PrecintoView::id)
                .whereEqual("e.status", status);
        return customPages.page(CmoCustomFields.PRECINTOS, custom, request, query);
    }

    /** @throws ProblemException {@code not-found} */
    public PrecintoView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Precinto.class, id))
                .map(Precinto::view)
                .map(view -> customFields.complete(CmoCustomFields.PRECINTOS, view))
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException {@code not-found} */
    public void requireExisting(UUID id) {
        if (entityManager.find(Precinto.class, id) == null) {
            throw ProblemException.notFound();
        }
    }
}
