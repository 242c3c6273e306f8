package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * A link of the chain over a tenant's activity log.
 *
 * @param number from 1, without a gap
 * @param previous the hash of the link before
 * @param lastPosition position of the last entry it covers
 * @param previousThrough {@code through} of the link before; {@code null} for the first
 * @param through no entry of this link or one before it is of a later time
 * @param hash over all of the above
 */
public record Seal(
        long number,
        byte[] previous,
        byte[] listing,
        long lastPosition,
        Instant previousThrough,
        Instant through,
        Instant sealedAt,
        byte[] hash) {

    /** What stands in for the hash before the first. */
    private static final byte[] NO_HASH = new byte[32];

    /** The link after {@code last}, or the first if that is {@code null}. */
    public static Seal after(Seal last, List<EntryRow> rows, TenantId tenant, Instant now, ChainKey key) {
        Instant newest =
                rows.stream().map(row -> row.key().at()).max(Instant::compareTo).orElseThrow();
        Seal unsealed = new Seal(
                last == null ? 1 : last.number + 1,
                hashOf(last),
                SealedEntry.encode(
                        rows.stream().map(row -> SealedEntry.of(row, tenant)).toList()),
                rows.get(rows.size() - 1).key().position(),
                last == null ? null : last.through,
                last == null || newest.isAfter(last.through) ? newest : last.through,
                now,
                NO_HASH);
        return unsealed.with(key.mac(unsealed.content(tenant)));
    }

    /** @param last {@code null} before the first */
    public static byte[] hashOf(Seal last) {
        return last == null ? NO_HASH.clone() : last.hash;
    }

    public boolean isSound(TenantId tenant, ChainKey key) {
        return key.matches(hash, content(tenant));
    }

    public List<SealedEntry> entries() {
        return SealedEntry.decode(listing);
    }

    /** The place of the last entry it covers. */
    public EntryKey lastKey() {
        List<SealedEntry> entries = entries();
        SealedEntry last = entries.get(entries.size() - 1);
        return new EntryKey(lastPosition, last.at(), last.id());
    }

    private Seal with(byte[] mac) {
        return new Seal(number, previous, listing, lastPosition, previousThrough, through, sealedAt, mac);
    }

    private byte[] content(TenantId tenant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(listing.length + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("seal");
            Canonical.write(out, tenant.value());
            out.writeLong(number);
            out.write(previous);
            out.writeLong(lastPosition);
            out.writeBoolean(previousThrough != null);
            Canonical.write(out, previousThrough == null ? Instant.EPOCH : previousThrough);
            Canonical.write(out, through);
            Canonical.write(out, sealedAt);
            out.writeInt(listing.length);
            out.write(listing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
