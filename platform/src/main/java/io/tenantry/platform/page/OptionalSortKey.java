package io.tenantry.platform.page;

import java.util.Map;

/**
 * An order by something that not every row has, mostly because it is stored with another entity. Rows without it come
 * last, in both directions, and among themselves in the order of their ids.
 *
 * @param key its path is of the other entity; the value of a row without is {@code null}
 * @param source the other entity and its name, such as {@code CustomValue v}; empty for none
 * @param having that the other entity is the row's; one at most
 * @param lacking that there is none for the row
 * @param parameters of both conditions
 */
public record OptionalSortKey<T>(
        SortKey<T> key, String source, String having, String lacking, Map<String, Object> parameters) {

    /** By a column of the row itself that may be null. */
    public static <T> OptionalSortKey<T> ofColumn(SortKey<T> key) {
        return new OptionalSortKey<>(key, "", key.path() + " is not null", key.path() + " is null", Map.of());
    }
}
