package io.tenantry.tenant.customfield.internal;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.OptionalSortKey;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.Customized;
import io.tenantry.tenant.customfield.TenantCustomField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Narrows and orders a list by custom fields. What a client names is looked up among the fields there are and never
 * becomes part of a query.
 */
public final class CustomQuery {

    private static final String PREFIX = "cf.";
    private static final int MAX_FILTERS = 10;

    private final List<TenantCustomField> fields;

    public CustomQuery(List<TenantCustomField> fields) {
        this.fields = fields;
    }

    public static boolean isNeeded(Map<String, String> filters, PageRequest request) {
        return !filters.isEmpty() || sortedField(request).isPresent();
    }

    /** @throws ProblemException {@code validation} */
    public <T extends Customized<T>> void apply(
            Map<String, String> filters, PageRequest request, KeysetQuery<T> query) {
        if (filters.size() > MAX_FILTERS) {
            throw ProblemException.invalid("/cf", "tenant.custom-filters", MAX_FILTERS);
        }
        int number = 0;
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            narrow(filter.getKey(), filter.getValue(), "f" + number++, query);
        }
        sortedField(request).flatMap(this::named).ifPresent(field -> query.orderable(order(field)));
    }

    /** {@code cf.key=} one value, {@code cf.key.from=} and {@code cf.key.to=} a range with both ends. */
    private void narrow(String parameter, String text, String alias, KeysetQuery<?> query) {
        String name = parameter.substring(PREFIX.length());
        String operator = name.endsWith(".from") ? ">=" : name.endsWith(".to") ? "<=" : "=";
        String key = operator.equals("=") ? name : name.substring(0, name.lastIndexOf('.'));
        TenantCustomField field = named(key)
                .filter(found -> operator.equals("=") || found.type().hasRanges())
                .orElseThrow(
                        () -> ProblemException.invalid("/" + printable(parameter), "validation.unknown-parameter"));
        Object value = field.type()
                .parse(text, field.options())
                .orElseThrow(() -> ProblemException.invalid("/" + parameter, "validation.type"));
        query.join(
                "CustomValue " + alias,
                "%1$s.entityId = e.id and %1$s.fieldId = :%1$sField and %1$s.%2$s %3$s :%1$sValue"
                        .formatted(alias, field.type().attribute(), operator),
                Map.of(alias + "Field", field.id(), alias + "Value", FieldType.key(value)));
    }

    /** That the value is not null goes without saying, but not for the database: its index is of such values only. */
    private <T extends Customized<T>> OptionalSortKey<T> order(TenantCustomField field) {
        String path = "s." + field.type().attribute();
        return new OptionalSortKey<>(
                new SortKey<>(
                        PREFIX + field.key(),
                        path,
                        row -> FieldType.written(row.customFields().get(field.key())),
                        text -> FieldType.key(field.type().ofCursor(text))),
                "CustomValue s",
                "s.entityId = e.id and s.fieldId = :sortField and " + path + " is not null",
                "not exists (select n.id from CustomValue n where n.entityId = e.id and n.fieldId = :sortField)",
                Map.of("sortField", field.id()));
    }

    private Optional<TenantCustomField> named(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static Optional<String> sortedField(PageRequest request) {
        return Optional.ofNullable(request.sort())
                .map(sort -> sort.startsWith("-") ? sort.substring(1) : sort)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()));
    }

    private static String printable(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.length() > 50 ? clean.substring(0, 50) : clean;
    }
}
