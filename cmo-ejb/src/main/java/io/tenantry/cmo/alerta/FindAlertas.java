package io.tenantry.cmo.alerta;

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

/** Reads the tenant's alerts. */
@Stateless
public class FindAlertas {

    private static final String SELECT = """
            select new io.tenantry.cmo.alerta.AlertaView(
                e.id, e.precintoId, e.transitoId, e.type, e.severity, e.message, e.status,
                e.acknowledgedBy, e.acknowledgedAt, e.resolvedBy, e.resolvedAt, e.note, e.createdAt, e.version)
            from Alerta e""";

    private static final List<SortKey<AlertaView>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", AlertaView::createdAt));

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
    public Page<AlertaView> page(
            AlertaStatus status, UUID precintoId, Map<String, String> custom, PageRequest request) {
        KeysetQuery<AlertaView> query = new KeysetQuery<>(
                        entityManager, AlertaView.class, SELECT, ORDERS, AlertaView::id)
                .whereEqual("e.status", status)
                .whereEqual("e.precintoId", precintoId);
        return customPages.page(CmoCustomFields.ALERTAS, custom, request, query);
    }

    /** @throws ProblemException {@code not-found} */
    public AlertaView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Alerta.class, id))
                .map(Alerta::view)
                .map(view -> customFields.complete(CmoCustomFields.ALERTAS, view))
                .orElseThrow(ProblemException::notFound);
    }
}
