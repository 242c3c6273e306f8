package io.tenantry.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxies are 10.0.0.0/8; a slash stands between two headers of the same name. */
class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        // nobody else is believed
        "203.0.113.9, 192.0.2.1,                          acme.example,          203.0.113.9, own.example",
        "11.0.0.1,    10.0.0.2,                           acme.example,          11.0.0.1,    own.example",
        // a proxy is
        "10.0.0.1,    192.0.2.1,                          acme.example,          192.0.2.1,   acme.example",
        "10.0.0.1,    192.0.2.1,                          'acme.example:8443',   192.0.2.1,   acme.example",
        "10.0.0.1,    192.0.2.1,                          '[2001:db8::1]:8443',  192.0.2.1,   [2001:db8::1]",
        "10.0.0.1,    ,                                   ,                      10.0.0.1,    own.example",
        // what the client itself claims comes first in the line and is passed over
        "10.0.0.1,    '198.51.100.7, 192.0.2.1',          'evil.example, acme.example', 192.0.2.1, acme.example",
        "10.0.0.1,    '198.51.100.7/192.0.2.1',           'evil.example/acme.example',  192.0.2.1, acme.example",
        // through two of them
        "10.0.0.1,    '198.51.100.7, 192.0.2.1, 10.0.0.2', acme.example,         192.0.2.1,   acme.example",
        "10.0.0.1,    '10.0.0.3, 10.0.0.2',               acme.example,          10.0.0.3,    acme.example",
        // no address
        "10.0.0.1,    'unknown',                          acme.example,          10.0.0.1,    acme.example",
        "10.0.0.1,    '192.0.2.1, unknown, 10.0.0.2',     acme.example,          10.0.0.2,    acme.example",
    })
    void believesTheProxiesOnly(String peer, String forwardedFor, String forwardedHost, String address, String host) {
        TrustedProxies proxies = new TrustedProxies();
        proxies.configured = Optional.of("10.0.0.0/8, 2001:db8::5");
        proxies.read();

        assertThat(proxies.origin(request(peer, forwardedFor, forwardedHost))).isEqualTo(new Origin(address, host));
    }

    @Test
    void saysWhichSettingIsWrong() {
        TrustedProxies proxies = new TrustedProxies();
        proxies.configured = Optional.of("10.0.0.0/8, proxy.example");

        assertThatIllegalStateException()
                .isThrownBy(proxies::read)
                .withMessage("tenantry.trusted-proxies: \"proxy.example\" is no address or network");
    }

    private static HttpServletRequest request(String peer, String forwardedFor, String forwardedHost) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getServerName" -> "own.example";
                    case "getHeaders" ->
                        Collections.enumeration(
                                lines(arguments[0].equals("X-Forwarded-For") ? forwardedFor : forwardedHost));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> lines(String header) {
        return header == null ? List.of() : Arrays.asList(header.split("/"));
    }
}
