package io.tenantry.platform.page;

import java.time.Instant;
import java.util.function.Function;

/**
 * An order a list may be asked for. Its JPQL path is a constant of the program, never text of a client.
 *
 * @param name in the API
 * @param path in JPQL, of a column that is never null
 * @param value of a row, as text
 * @param parse reads that text back; throws an unchecked exception on anything else
 */
public record SortKey<T>(String name, String path, Function<T, String> value, Function<String, Object> parse) {

    /** Farther than any row, within what the database takes. */
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    public static <T> SortKey<T> ofInstant(String name, String path, Function<T, Instant> value) {
        return new SortKey<>(name, path, row -> value.apply(row).toString(), SortKey::instant);
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(END)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }

    public static <T> SortKey<T> ofText(String name, String path, Function<T, String> value) {
        return new SortKey<>(name, path, value, text -> text);
    }

    public static <T> SortKey<T> ofInteger(String name, String path, Function<T, Integer> value) {
        return new SortKey<>(name, path, row -> value.apply(row).toString(), Integer::valueOf);
    }
}
