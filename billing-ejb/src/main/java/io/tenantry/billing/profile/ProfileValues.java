package io.tenantry.billing.profile;

/**
 * What a tenant says about itself as a buyer.
 *
 * @param region state or province, empty if it does not matter; by its ISO 3166-2 part after the country if it is taxed
 * @param country ISO 3166-1, two letters
 * @param email where invoices go, {@code null} for the owners
 * @param taxId without blanks, {@code null} for none
 */
public record ProfileValues(
        String legalName,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        String email,
        String taxId) {}
