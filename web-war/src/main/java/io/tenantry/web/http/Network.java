package io.tenantry.web.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses as CIDR writes it (RFC 4632, RFC 4291), or one address. */
record Network(BigInteger prefix, int length, int bits) {

    /** Digits only: a name would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException for anything else than {@code address} or {@code address/length} */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("\"" + text.strip() + "\" is no address or network"));
        int bits = address.getAddress().length * Byte.SIZE;
        int length = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("\"" + text.strip() + "\" is no network");
        }
        return new Network(number(address).shiftRight(bits - length), length, bits);
    }

    /** Empty for what is no address in digits. */
    static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length * Byte.SIZE == bits
                && number(address).shiftRight(bits - length).equals(prefix);
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
