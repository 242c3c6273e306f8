package io.tenantry.tenant.secondfactor;

/**
 * What a tenant asks of its members' signing in.
 *
 * @param requireSecondFactor whether a member without a second factor can do nothing in the tenant
 */
public record SignInRuleView(boolean requireSecondFactor, long version) {}
