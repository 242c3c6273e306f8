package io.tenantry.tenant.customfield;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Reads pages of rows that have custom fields. No EJB: the query is of the caller's persistence unit, and on Payara a unit
 * is found only from within its own module.
 */
@ApplicationScoped
public class CustomPages {

    @Inject
    CustomFields fields;

    /**
     * Reads a page of a list that may be narrowed and ordered by custom fields, with the values of its rows.
     *
     * @param filters parameters of the query whose names begin with {@code cf.}
     * @param query reads views without values; the entity's table is {@code e}
     * @throws ProblemException {@code validation} for what names no field of the entity
     */
    public <T extends Customized<T>> Page<T> page(
            String entity, Map<String, String> filters, PageRequest request, KeysetQuery<T> query) {
        fields.narrow(entity, filters, request, query);
        return query.completedBy(rows -> fields.complete(entity, rows)).page(request);
    }
}
