package io.tenantry.billing.customer.internal.sql;

import io.tenantry.billing.customer.Customer;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The registry's row of the thread's tenant, and its plan's. */
public final class CustomerRows {

    private static final String CURRENT = """
            select t.slug, t.name, t.locale, t.time_zone, p.currency
            from tenant t join tenant_plan p on p.id = t.plan_id
            where t.id = app.tenant()
            """;

    private CustomerRows() {}

    public static Optional<Customer> current(EntityManager entityManager) {
        List<?> rows = entityManager.createNativeQuery(CURRENT).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Customer(
                        row[0].toString(),
                        row[1].toString(),
                        Locale.forLanguageTag(row[2].toString()),
                        ZoneId.of(row[3].toString()),
                        Currency.getInstance(row[4].toString())))
                .findFirst();
    }
}
