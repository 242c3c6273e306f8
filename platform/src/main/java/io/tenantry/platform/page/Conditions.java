package io.tenantry.platform.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows of a list must meet. Conditions are constants of the program; values are parameters. */
final class Conditions {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    List<String> all() {
        return all;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    void add(String condition, Map<String, Object> values) {
        all.add(condition);
        parameters.putAll(values);
    }

    void compare(String path, String operator, Object value) {
        if (value != null) {
            String parameter = "p" + parameters.size();
            add("%s %s :%s".formatted(path, operator, parameter), Map.of(parameter, value));
        }
    }

    /**
     * As a range, which an index always serves.
     *
     * @param paths of columns that are compared byte by byte
     */
    void startsWith(String prefix, String... paths) {
        add(
                any("%1$s >= :prefix and %1$s < :prefixEnd", paths),
                Map.of("prefix", prefix, "prefixEnd", prefix + LAST_CHARACTER));
    }

    /** No index serves this: under row security the database compares patterns only after it has checked each row. */
    void contains(String text, String... paths) {
        String pattern = '%' + text.replaceAll("[!%_]", "!$0") + '%';
        add(any("lower(%1$s) like lower(:contained) escape '!'", paths), Map.of("contained", pattern));
    }

    private static String any(String condition, String... paths) {
        return Stream.of(paths).map(condition::formatted).collect(Collectors.joining(" or ", "(", ")"));
    }
}
