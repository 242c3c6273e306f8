package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.nio.ByteBuffer;

/**
 * How long a tenant's chain is, kept apart from it: without this, its newest links could be cut off unseen.
 *
 * @param number of the newest link; 0 before the first
 */
public record ChainHead(long number, byte[] mac) {

    public static ChainHead at(Seal newest, TenantId tenant, ChainKey key) {
        long number = newest == null ? 0 : newest.number();
        return new ChainHead(number, key.mac(content(number, newest, tenant)));
    }

    /** Whether {@code newest}, {@code null} for none, is where the chain ends. */
    public boolean isAt(Seal newest, TenantId tenant, ChainKey key) {
        return number == (newest == null ? 0 : newest.number()) && key.matches(mac, content(number, newest, tenant));
    }

    private static byte[] content(long number, Seal newest, TenantId tenant) {
        byte[] hash = Seal.hashOf(newest);
        return ByteBuffer.allocate(4 + 16 + 8 + hash.length)
                .put(new byte[] {'h', 'e', 'a', 'd'})
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(number)
                .put(hash)
                .array();
    }
}
