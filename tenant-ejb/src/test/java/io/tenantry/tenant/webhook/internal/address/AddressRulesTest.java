package io.tenantry.tenant.webhook.internal.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final AddressRules CLOSED = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses(String address) throws UnknownHostException {
        assertThat(CLOSED.allow(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1"
            })
    void allows(String address) throws UnknownHostException {
        assertThat(CLOSED.allow(InetAddress.getByName(address))).isTrue();
    }

    /** As bytes: of the text Java makes an address of IPv4. */
    @Test
    void refusesAMappedAddressThatWasNotMadeOfText() throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[0] = 0;
        bytes[10] = -1;
        bytes[11] = -1;
        bytes[12] = 127;
        bytes[15] = 1;
        assertThat(CLOSED.allow(InetAddress.getByAddress(bytes))).isFalse();
    }

    @Test
    void opensWhatTheOperatorNames() throws UnknownHostException {
        AddressRules rules = new AddressRules(List.of("10.1.0.0/16", "fd00::/8"));
        assertThat(rules.allow(InetAddress.getByName("10.1.255.1"))).isTrue();
        assertThat(rules.allow(InetAddress.getByName("64:ff9b::10.1.0.1"))).isTrue();
        assertThat(rules.allow(InetAddress.getByName("fd12::1"))).isTrue();
        assertThat(rules.allow(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(rules.allow(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/a", "localhost/8", "::/129"})
    void takesNothingElseForABlock(String text) {
        assertThatThrownBy(() -> new AddressRules(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
