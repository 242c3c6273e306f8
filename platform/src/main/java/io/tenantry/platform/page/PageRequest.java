package io.tenantry.platform.page;

import io.tenantry.platform.problem.ProblemException;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param cursor of the page before, or {@code null} for the first
 * @param sort name of an order, with {@code -} for descending, or {@code null} for the list's own
 */
public record PageRequest(int limit, String cursor, String sort) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("/limit", "validation.range", 1, MAX_LIMIT);
        }
    }
}
