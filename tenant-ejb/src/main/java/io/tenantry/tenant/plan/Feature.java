package io.tenantry.tenant.plan;

/**
 * Something that a plan opens or leaves closed, such as {@code webhooks}. How much there may be of something is no
 * feature but the limit of a {@link LimitedResource}.
 *
 * @param code in camelCase, as in plans, in {@code GET /api/features} and in the annotation that asks for it
 */
public record Feature(String code) {}
