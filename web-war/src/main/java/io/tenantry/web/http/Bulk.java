package io.tenantry.web.http;

import io.tenantry.platform.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What became of a step that was taken with many things, each in a transaction of its own.
 *
 * @param done how many it was taken with
 * @param results in the order of the ids; an id that came twice has one
 */
public record Bulk(int done, List<Result> results) {

    /**
     * What became of one.
     *
     * @param result {@code done} or {@code failed}
     * @param problem why it failed, {@code null} if it did not
     */
    public record Result(UUID id, String result, Map<String, Object> problem) {}

    /** @param acceptLanguage of the request */
    public static Bulk run(List<UUID> ids, String acceptLanguage, Consumer<UUID> step) {
        Locale language = Texts.negotiate(acceptLanguage);
        List<Result> results = new LinkedHashSet<>(ids)
                .stream().map(id -> result(id, language, step)).toList();
        return new Bulk(
                (int) results.stream()
                        .filter(result -> result.problem() == null)
                        .count(),
                results);
    }

    private static Result result(UUID id, Locale language, Consumer<UUID> step) {
        try {
            step.accept(id);
            return new Result(id, "done", null);
        } catch (RuntimeException error) {
            // also a defect: those before it are done, which the caller has to be told
            return new Result(id, "failed", ProblemAnswer.members(UnexpectedErrorMapper.problem(error), language));
        }
    }
}
