package io.tenantry.web.event;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client wants to be told.
 *
 * @param types by code, with the permission that each needs
 */
record Interest(Map<String, String> types) {

    /** The standing of all that is metered: it has no number, because only the last one counts. */
    static final String USAGE = "usage";

    /**
     * @param wanted codes and beginnings such as {@code alerta.*}, separated by commas; {@code null} for all
     * @throws ProblemException {@code validation} for what means none
     */
    static Interest in(String wanted, List<EventType> known) {
        Map<String, String> all = known.stream()
                .filter(EventType::live)
                .collect(Collectors.toMap(EventType::code, EventType::permission));
        all.put(USAGE, "usage:read");
        return wanted == null
                ? new Interest(all)
                : new Interest(Stream.of(wanted.split(",", -1))
                        .flatMap(pattern -> matching(pattern.strip(), all).stream())
                        .distinct()
                        .collect(Collectors.toMap(code -> code, all::get)));
    }

    private static Set<String> matching(String pattern, Map<String, String> all) {
        Set<String> codes = all.keySet().stream()
                .filter(code -> pattern.endsWith(".*")
                        ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                        : code.equals(pattern))
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            throw ProblemException.invalid("/types", "validation.reference");
        }
        return codes;
    }

    /** What of it somebody may be told. */
    Set<String> visible(Access access) {
        return types.entrySet().stream()
                .filter(type -> access.may(type.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws ProblemException {@code forbidden} if that is nothing */
    Set<String> requireVisible(Access access) {
        Set<String> visible = visible(access);
        if (visible.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    Map.of(
                            "permission",
                            types.values().stream().sorted().findFirst().orElseThrow()));
        }
        return visible;
    }
}
