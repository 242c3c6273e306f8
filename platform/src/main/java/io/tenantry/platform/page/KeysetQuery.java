package io.tenantry.platform.page;

import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a list page by page by the key of its last row, so that a page costs the same wherever it lies and rows that
 * come or go do not shift it ("keyset" or "seek" paging).
 *
 * <p>Every order ends in the id. Conditions are constants of the program; values are parameters.
 */
public final class KeysetQuery<T> {

    private final EntityManager entityManager;
    private final Class<T> rowType;
    private final String select;
    private final List<SortKey<T>> orders;
    private final Function<T, UUID> id;
    private final List<OptionalSortKey<T>> optionalOrders = new ArrayList<>();
    private final StringBuilder sources = new StringBuilder();
    private final Conditions conditions = new Conditions();
    private UnaryOperator<List<T>> completion = UnaryOperator.identity();

    /**
     * @param select JPQL up to where conditions begin; the entity is named {@code e}
     * @param orders the allowed ones; the first, descending, is the default
     */
    public KeysetQuery(
            EntityManager entityManager,
            Class<T> rowType,
            String select,
            List<SortKey<T>> orders,
            Function<T, UUID> id) {
        this.entityManager = entityManager;
        this.rowType = rowType;
        this.select = select;
        this.orders = orders;
        this.id = id;
    }

    /** Keeps rows whose {@code path} equals {@code value}; a {@code null} value keeps all. */
    public KeysetQuery<T> whereEqual(String path, Object value) {
        return where(path, "=", value);
    }

    /** Keeps rows for which {@code path operator value} holds; a {@code null} value keeps all. */
    public KeysetQuery<T> where(String path, String operator, Object value) {
        conditions.compare(path, operator, value);
        return this;
    }

    /** Keeps rows whose {@code path} is one of the values; none at all keep all. */
    public KeysetQuery<T> whereIn(String path, Collection<?> values) {
        conditions.compare(path, "in", values.isEmpty() ? null : values);
        return this;
    }

    /** Keeps rows of which one of the {@code paths} begins with {@code prefix}; see {@link Conditions#startsWith}. */
    public KeysetQuery<T> whereStartsWith(String prefix, String... paths) {
        if (prefix != null) {
            conditions.startsWith(prefix, paths);
        }
        return this;
    }

    /** Keeps rows of which one of the {@code paths} contains {@code text}, in capitals or not; {@code null} keeps all. */
    public KeysetQuery<T> whereContains(String text, String... paths) {
        if (text != null) {
            conditions.contains(text, paths);
        }
        return this;
    }

    /** Keeps rows whose {@code path} has no value. */
    public KeysetQuery<T> whereNull(String path) {
        conditions.add(path + " is null", Map.of());
        return this;
    }

    /**
     * Keeps rows for which there is one of another entity.
     *
     * @param source the entity and its name, such as {@code CustomValue v}
     * @param condition that at most one of them meets for a row
     * @param values of the condition's parameters
     */
    public KeysetQuery<T> join(String source, String condition, Map<String, Object> values) {
        sources.append(", ").append(source);
        conditions.add(condition, values);
        return this;
    }

    /** Allows one more order. */
    public KeysetQuery<T> orderable(OptionalSortKey<T> order) {
        optionalOrders.add(order);
        return this;
    }

    /** Adds to the rows of a page what the query itself does not read. */
    public KeysetQuery<T> completedBy(UnaryOperator<List<T>> change) {
        completion = change;
        return this;
    }

    public Page<T> page(PageRequest request) {
        String sort = request.sort() == null ? "-" + orders.get(0).name() : request.sort();
        boolean descending = sort.startsWith("-");
        List<OrderPart<T>> parts = parts(descending ? sort.substring(1) : sort);
        Cursor cursor = request.cursor() == null ? null : Cursor.decode(request.cursor(), sort);
        int first = cursor == null ? 0 : indexOf(cursor, parts);
        List<T> rows = new ArrayList<>();
        int ofFirst = 0;
        for (int i = first; i < parts.size() && rows.size() <= request.limit(); i++) {
            Cursor start = i == first ? cursor : null;
            rows.addAll(rows(parts.get(i), start, descending, request.limit() + 1 - rows.size()));
            ofFirst = i == first ? rows.size() : ofFirst;
        }
        if (rows.size() <= request.limit()) {
            return new Page<>(completion.apply(rows), null);
        }
        List<T> items = completion.apply(rows.subList(0, request.limit()));
        OrderPart<T> part = parts.get(items.size() <= ofFirst ? first : parts.size() - 1);
        T last = items.get(items.size() - 1);
        return new Page<>(items, new Cursor(sort, part.mark() + part.value().apply(last), id.apply(last)).encoded());
    }

    private List<OrderPart<T>> parts(String name) {
        for (OptionalSortKey<T> order : optionalOrders) {
            if (order.key().name().equals(name)) {
                return OrderPart.of(order);
            }
        }
        return orders.stream()
                .filter(order -> order.name().equals(name))
                .findFirst()
                .map(OrderPart::of)
                .orElseThrow(() -> ProblemException.invalid("/sort", "validation.sort", names()));
    }

    private String names() {
        return Stream.concat(orders.stream(), optionalOrders.stream().map(OptionalSortKey::key))
                .map(SortKey::name)
                .collect(Collectors.joining(", "));
    }

    private static <T> int indexOf(Cursor cursor, List<OrderPart<T>> parts) {
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).holds(cursor))
                .findFirst()
                .orElseThrow(Cursor::malformed);
    }

    /** @param start after which row, or {@code null} from the beginning */
    private List<T> rows(OrderPart<T> part, Cursor start, boolean descending, int limit) {
        List<String> all = new ArrayList<>(conditions.all());
        Map<String, Object> values = new LinkedHashMap<>(conditions.parameters());
        if (part.condition() != null) {
            all.add(part.condition());
            values.putAll(part.parameters());
        }
        if (start != null) {
            all.add(after(part, descending ? '<' : '>'));
            values.put("cursorId", start.id());
            if (part.path() != null) {
                values.put("cursorKey", part.key(start));
            }
        }
        String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
        TypedQuery<T> query = entityManager.createQuery(
                select + sources + part.source() + where + orderBy(part, descending ? "desc" : "asc"), rowType);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static String after(OrderPart<?> part, char beyond) {
        return part.path() == null
                ? "e.id %c :cursorId".formatted(beyond)
                : "%1$s %2$c= :cursorKey and (%1$s %2$c :cursorKey or e.id %2$c :cursorId)"
                        .formatted(part.path(), beyond);
    }

    private static String orderBy(OrderPart<?> part, String direction) {
        String byId = "e.id " + direction;
        return " order by " + (part.path() == null ? byId : part.path() + ' ' + direction + ", " + byId);
    }
}
