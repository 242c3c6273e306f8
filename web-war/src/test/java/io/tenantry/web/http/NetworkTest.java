package io.tenantry.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,      true",
        "10.0.0.0/8,     11.0.0.1,        false",
        "10.1.2.3/8,     10.0.0.1,        true",
        "192.0.2.7,      192.0.2.7,       true",
        "192.0.2.7,      192.0.2.8,       false",
        "0.0.0.0/0,      203.0.113.9,     true",
        "192.0.2.128/25, 192.0.2.127,     false",
        "192.0.2.128/25, 192.0.2.128,     true",
        "2001:db8::/32,  2001:db8:1::1,   true",
        "2001:db8::/32,  2001:db9::1,     false",
        "::1,            0:0:0:0:0:0:0:1, true",
        "::1,            127.0.0.1,       false",
        "0.0.0.0/0,      2001:db8::1,     false",
        "127.0.0.1,      ::ffff:127.0.0.1, true",
    })
    void containsWhatSharesItsPrefix(String network, String address, boolean contained) {
        assertThat(Network.parse(network).contains(Network.address(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.256", "::/129"})
    void refusesWhatIsNoNetworkAndLooksNoNameUp(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }
}
