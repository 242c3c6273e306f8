package io.tenantry.platform.page;

import java.util.List;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; {@code null} after the last
 */
public record Page<T>(List<T> items, String nextCursor) {}
