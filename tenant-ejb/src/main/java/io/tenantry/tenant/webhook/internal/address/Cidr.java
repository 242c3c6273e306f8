package io.tenantry.tenant.webhook.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Cidr(byte[] prefix, int bits) {

    /** @throws IllegalArgumentException for anything else */
    static Cidr parse(String text) {
        String[] parts = text.strip().split("/");
        // an address, not a name that would be asked for
        if (parts.length != 2 || !parts[0].matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("no block of addresses: " + text);
        }
        try {
            byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits < 0 || bits > prefix.length * Byte.SIZE) {
                throw new IllegalArgumentException("no block of addresses: " + text);
            }
            return new Cidr(prefix, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("no block of addresses: " + text, e);
        }
    }

    boolean contains(byte[] address) {
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return address.length == prefix.length
                && Arrays.equals(address, 0, whole, prefix, 0, whole)
                && (rest == 0 || (address[whole] ^ prefix[whole]) >> (Byte.SIZE - rest) == 0);
    }
}
