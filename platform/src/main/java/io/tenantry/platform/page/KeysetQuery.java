package io.tenantry.platform.page;

import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a list page by page by the key of its last row, so that a page costs the same wherever it lies and rows that
 * come or go do not shift it ("keyset" or "seek" paging).
 *
 * <p>Every order ends in the id. Conditions are constants of the program; values are parameters.
 */
public final class KeysetQuery<T> {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final EntityManager entityManager;
    private final Class<T> rowType;
    private final String select;
    private final List<SortKey<T>> orders;
    private final Function<T, UUID> id;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

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
        if (value != null) {
            String parameter = "p" + parameters.size();
            conditions.add("%s %s :%s".formatted(path, operator, parameter));
            parameters.put(parameter, value);
        }
        return this;
    }

    /**
     * Keeps rows of which one of the {@code paths} begins with {@code prefix}, as a range, which an index always serves; a
     * {@code null} prefix keeps all.
     *
     * @param paths of columns that are compared byte by byte
     */
    public KeysetQuery<T> whereStartsWith(String prefix, String... paths) {
        if (prefix != null) {
            conditions.add(Stream.of(paths)
                    .map(path -> "%1$s >= :prefix and %1$s < :prefixEnd".formatted(path))
                    .collect(Collectors.joining(" or ", "(", ")")));
            parameters.put("prefix", prefix);
            parameters.put("prefixEnd", prefix + LAST_CHARACTER);
        }
        return this;
    }

    /** Keeps rows whose {@code path} has no value. */
    public KeysetQuery<T> whereNull(String path) {
        conditions.add(path + " is null");
        return this;
    }

    public Page<T> page(PageRequest request) {
        String sort = request.sort() == null ? "-" + orders.get(0).name() : request.sort();
        boolean descending = sort.startsWith("-");
        SortKey<T> key = key(descending ? sort.substring(1) : sort);
        if (request.cursor() != null) {
            startAfter(Cursor.decode(request.cursor(), sort), key, descending);
        }
        List<T> rows = rows(key, descending, request.limit() + 1);
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        T last = items.get(items.size() - 1);
        return new Page<>(items, new Cursor(sort, key.value().apply(last), id.apply(last)).encoded());
    }

    private SortKey<T> key(String name) {
        return orders.stream()
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/sort", "validation.sort", names()));
    }

    private String names() {
        return String.join(", ", orders.stream().map(SortKey::name).toList());
    }

    private void startAfter(Cursor cursor, SortKey<T> key, boolean descending) {
        char beyond = descending ? '<' : '>';
        conditions.add("%1$s %2$c= :cursorKey and (%1$s %2$c :cursorKey or e.id %2$c :cursorId)"
                .formatted(key.path(), beyond));
        try {
            parameters.put("cursorKey", key.parse().apply(cursor.value()));
        } catch (RuntimeException unreadable) {
            throw Cursor.malformed();
        }
        parameters.put("cursorId", cursor.id());
    }

    private List<T> rows(SortKey<T> key, boolean descending, int limit) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String direction = descending ? "desc" : "asc";
        String order = " order by %s %s, e.id %s".formatted(key.path(), direction, direction);
        TypedQuery<T> query = entityManager.createQuery(select + where + order, rowType);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
