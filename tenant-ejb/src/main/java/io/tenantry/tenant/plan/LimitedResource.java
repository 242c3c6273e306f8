package io.tenantry.tenant.plan;

/**
 * Something of which a plan includes a quantity and may end it, such as {@code users}.
 *
 * @param name as in the API
 * @param metered whether its usage is shown and billed; otherwise it is limited only
 */
public record LimitedResource(String name, ResourceKind kind, boolean metered) {

    /** What a tenant holds. */
    public static LimitedResource level(String name) {
        return new LimitedResource(name, ResourceKind.LEVEL, true);
    }

    /** What a tenant consumes in a billing period. */
    public static LimitedResource flow(String name) {
        return new LimitedResource(name, ResourceKind.FLOW, true);
    }

    /** What a tenant holds and is not billed for. */
    public static LimitedResource unbilled(String name) {
        return new LimitedResource(name, ResourceKind.LEVEL, false);
    }
}
