package io.tenantry.platform.page;

import io.tenantry.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of a list that are ordered in the same way. An optional order has two parts, because one statement over both
 * could not use an index for it.
 *
 * @param source begins with a comma, or is empty
 * @param condition {@code null} for none
 * @param path {@code null} to order by the id alone
 * @param mark what a cursor's value in this part begins with
 */
record OrderPart<T>(
        String source,
        String condition,
        Map<String, Object> parameters,
        String path,
        String mark,
        Function<T, String> value,
        Function<String, Object> parse) {

    private static final String HAS = "=";
    private static final String LACKS = "-";

    static <T> List<OrderPart<T>> of(SortKey<T> key) {
        return List.of(new OrderPart<>("", null, Map.of(), key.path(), "", key.value(), key.parse()));
    }

    static <T> List<OrderPart<T>> of(OptionalSortKey<T> order) {
        SortKey<T> key = order.key();
        return List.of(
                new OrderPart<>(
                        order.source().isEmpty() ? "" : ", " + order.source(),
                        order.having(),
                        order.parameters(),
                        key.path(),
                        HAS,
                        key.value(),
                        key.parse()),
                new OrderPart<>("", order.lacking(), order.parameters(), null, LACKS, row -> "", text -> ""));
    }

    boolean holds(Cursor cursor) {
        return cursor.value().startsWith(mark);
    }

    /** @throws ProblemException {@code validation} */
    Object key(Cursor cursor) {
        try {
            return parse.apply(cursor.value().substring(mark.length()));
        } catch (RuntimeException unreadable) {
            throw Cursor.malformed();
        }
    }
}
