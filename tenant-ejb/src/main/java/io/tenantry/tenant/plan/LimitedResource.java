package io.tenantry.tenant.plan;

/**
 * Something of which a plan includes a quantity and may end it, such as {@code users}.
 *
 * @param name as in the API
 */
public record LimitedResource(String name) {}
