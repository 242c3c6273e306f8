package io.tenantry.billing.profile;

/**
 * A tenant's billing profile as read; members are {@code null} and the version is 0 until there is one.
 *
 * @param taxTreatment {@code standard}, {@code reverseCharge} or {@code exempt}: set by the platform
 * @param pricesIncludeTax whether the plan's prices contain the taxes: set by the platform
 */
public record ProfileView(
        String legalName,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        String email,
        String taxId,
        String taxTreatment,
        boolean pricesIncludeTax,
        long version) {}
