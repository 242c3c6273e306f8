package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An entry as a seal lists it. */
public record SealedEntry(UUID id, Instant at, byte[] digest) {

    private static final int DIGEST_BYTES = 32;
    private static final int BYTES = 16 + 8 + DIGEST_BYTES;

    public static SealedEntry of(EntryRow row, TenantId tenant) {
        return new SealedEntry(row.key().id(), row.key().at(), row.digest(tenant));
    }

    boolean isOf(EntryRow row) {
        return id.equals(row.key().id());
    }

    boolean matches(EntryRow row, TenantId tenant) {
        return MessageDigest.isEqual(digest, row.digest(tenant));
    }

    public static byte[] encode(List<SealedEntry> entries) {
        ByteBuffer listing = ByteBuffer.allocate(entries.size() * BYTES);
        for (SealedEntry entry : entries) {
            listing.putLong(entry.id.getMostSignificantBits());
            listing.putLong(entry.id.getLeastSignificantBits());
            listing.putLong(Canonical.micros(entry.at));
            listing.put(entry.digest);
        }
        return listing.array();
    }

    public static List<SealedEntry> decode(byte[] listing) {
        ByteBuffer bytes = ByteBuffer.wrap(listing);
        List<SealedEntry> entries = new ArrayList<>(listing.length / BYTES);
        while (bytes.remaining() >= BYTES) {
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            Instant at = Canonical.instant(bytes.getLong());
            byte[] digest = new byte[DIGEST_BYTES];
            bytes.get(digest);
            entries.add(new SealedEntry(id, at, digest));
        }
        return entries;
    }
}
