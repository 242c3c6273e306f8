package io.tenantry.billing.document;

/**
 * A seller or a buyer as the invoice names it. What is not known is empty, never {@code null}.
 *
 * @param country two letters (ISO 3166-1)
 */
public record Party(
        String name,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        String taxId,
        String email) {

    /** Whether its tax id is one of value added tax, which begins with the country's letters; those of Greece are EL. */
    public boolean hasVatId() {
        String prefix = country.equals("GR") ? "EL" : country;
        return !prefix.isEmpty() && taxId.length() > 2 && taxId.startsWith(prefix);
    }
}
