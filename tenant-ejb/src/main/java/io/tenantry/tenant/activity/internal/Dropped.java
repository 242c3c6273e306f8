package io.tenantry.tenant.activity.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Says, so that it can be proven, that entries before a time were dropped by us. */
public record Dropped(Instant until, byte[] mac) {

    public static Dropped before(Instant until, ChainKey key) {
        return new Dropped(until, key.mac(content(until)));
    }

    public boolean isOurs(ChainKey key) {
        return key.matches(mac, content(until));
    }

    private static byte[] content(Instant until) {
        return ("dropped before " + until).getBytes(StandardCharsets.UTF_8);
    }
}
