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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * What narrows the list; {@code null} and empty sets keep all.
     *
     * @param text part of the message
     * @param from of the creation, inclusive; {@code to} exclusive
     */
    public record Filter(
            String text,
            Set<AlertaStatus> status,
            Set<AlertaType> type,
            Set<AlertaSeverity> severity,
            UUID precintoId,
            UUID transitoId,
            Instant from,
            Instant to) {}

    /** @param custom narrows the list by custom fields */
    public Page<AlertaView> page(Filter filter, Map<String, String> custom, PageRequest request) {
        KeysetQuery<AlertaView> query = new KeysetQuery<>(
                        entityManager, AlertaView.class, SELECT, ORDERS, AlertaView::id)
                .whereContains(filter.text(), "e.message")
                .whereIn("e.status", filter.status())
                .whereIn("e.type", filter.type())
                .whereIn("e.severity", filter.severity())
                .whereEqual("e.precintoId", filter.precintoId())
                .whereEqual("e.transitoId", filter.transitoId())
                .where("e.createdAt", ">=", filter.from())
                .where("e.createdAt", "<", filter.to());
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
