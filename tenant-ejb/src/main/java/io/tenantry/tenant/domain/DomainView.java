package io.tenantry.tenant.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant's domain as read.
 *
 * @param domain in ASCII (punycode)
 * @param unicodeDomain the same for people
 * @param record what proves the domain
 * @param checkedAt when the DNS last gave an answer, {@code null} if it never did
 * @param verifiedAt since when it is proven, {@code null} if it never was
 */
public record DomainView(
        UUID id,
        String domain,
        String unicodeDomain,
        String status,
        ProofRecord record,
        Instant checkedAt,
        Instant verifiedAt,
        Instant createdAt,
        long version) {

    /** The DNS record that the tenant has to make. */
    public record ProofRecord(String type, String name, String value) {}
}
