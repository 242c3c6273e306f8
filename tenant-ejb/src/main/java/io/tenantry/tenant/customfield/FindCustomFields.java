package io.tenantry.tenant.customfield;

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

/** Reads the tenant's custom fields, by default in the order in which they are shown. */
@Stateless
public class FindCustomFields {

    private static final List<SortKey<TenantCustomField>> ORDERS = List.of(
            new SortKey<>(
                    "position",
                    "e.position",
                    field -> Integer.toString(field.view().position()),
                    Integer::valueOf),
            SortKey.ofInstant("createdAt", "e.createdAt", TenantCustomField::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** @param entity narrows the list unless {@code null} */
    public Page<CustomFieldView> page(String entity, PageRequest request) {
        String sort = request.sort() == null ? "position" : request.sort();
        Page<TenantCustomField> page = new KeysetQuery<>(
                        entityManager,
                        TenantCustomField.class,
                        "select e from TenantCustomField e",
                        ORDERS,
                        TenantCustomField::id)
                .whereEqual("e.entity", entity)
                .page(new PageRequest(request.limit(), request.cursor(), sort));
        return new Page<>(page.items().stream().map(TenantCustomField::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public CustomFieldView get(UUID id) {
        return Optional.ofNullable(entityManager.find(TenantCustomField.class, id))
                .map(TenantCustomField::view)
                .orElseThrow(ProblemException::notFound);
    }
}
