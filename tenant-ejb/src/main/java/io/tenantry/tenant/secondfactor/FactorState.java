package io.tenantry.tenant.secondfactor;

/**
 * Where an account stands with its second factor.
 *
 * @param enabled whether signing in needs a code
 * @param pending whether a device is enrolled that has shown no code yet
 * @param recoveryCodesLeft those that are not used
 */
public record FactorState(boolean enabled, boolean pending, long recoveryCodesLeft) {}
