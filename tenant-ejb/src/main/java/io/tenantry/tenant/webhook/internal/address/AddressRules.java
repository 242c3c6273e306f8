package io.tenantry.tenant.webhook.internal.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses webhooks may be sent to: those of the public internet alone, as the IANA registries of special-purpose
 * addresses tell them apart (RFC 6890; iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry),
 * and networks that the operator opens.
 */
public final class AddressRules {

    private static final List<Cidr> REFUSED_4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // not special to IANA, but inside of a cloud
            "169.254.0.0/16", // link-local, and what clouds tell their machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** Nothing else is global unicast. */
    private static final Cidr GLOBAL_6 = Cidr.parse("2000::/3");

    private static final List<Cidr> REFUSED_6 = blocks(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** Addresses that carry one of IPv4, and at which byte. */
    private static final Cidr TRANSLATED = Cidr.parse("64:ff9b::/96");

    private static final int TRANSLATED_AT = 12;
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final int SIX_TO_FOUR_AT = 2;
    private static final int MAPPED_AT = 12;
    private static final int BYTES_4 = 4;

    private final List<Cidr> opened;

    /** @param opened blocks that are allowed all the same */
    public AddressRules(Collection<String> opened) {
        this.opened = opened.stream().map(Cidr::parse).toList();
    }

    public boolean allow(InetAddress address) {
        byte[] bytes = address.getAddress();
        return contains(opened, bytes) || (bytes.length == BYTES_4 ? isPublic4(bytes) : isPublic6(bytes));
    }

    private static boolean isPublic4(byte[] address) {
        return !contains(REFUSED_4, address);
    }

    private boolean isPublic6(byte[] address) {
        if (isMapped(address)) {
            return isAllowed4(address, MAPPED_AT);
        }
        if (TRANSLATED.contains(address)) {
            return isAllowed4(address, TRANSLATED_AT);
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isAllowed4(address, SIX_TO_FOUR_AT);
        }
        return GLOBAL_6.contains(address) && !contains(REFUSED_6, address);
    }

    private boolean isAllowed4(byte[] address, int at) {
        byte[] inner = Arrays.copyOfRange(address, at, at + BYTES_4);
        return contains(opened, inner) || isPublic4(inner);
    }

    /** {@code ::ffff:0:0/96}; as text Java makes an address of IPv4 of it. */
    private static boolean isMapped(byte[] address) {
        byte[] mapped = new byte[MAPPED_AT];
        mapped[10] = -1;
        mapped[11] = -1;
        return Arrays.equals(address, 0, MAPPED_AT, mapped, 0, MAPPED_AT);
    }

    private static boolean contains(List<Cidr> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
