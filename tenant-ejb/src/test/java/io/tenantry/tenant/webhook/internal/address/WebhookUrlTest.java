package io.tenantry.tenant.webhook.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "HTTPS://hooks.example.com/a/b?c=d",
                "https://hooks.example.com:8443/",
                "https://xn--bcher-kva.example/",
                "https://8.8.8.8/",
                "https://[2606:4700::1]/"
            })
    void takes(String url) {
        assertThat(WebhookUrl.parse(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "//hooks.example.com/",
                "https:hooks.example.com",
                "https:///a",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:25/",
                "https://user@hooks.example.com/",
                "https://user:password@hooks.example.com/",
                "https://@hooks.example.com/",
                "https://hooks.example.com/#a",
                "https://hooks.example.com/#",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:-1/",
                "https://bücher.example/",
                "https://hooks.example.com/ä",
                "https://hooks.example.com/a b",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://hooks.example.com\r\nx: y/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://1.2.3.4.5/",
                "https://[fe80::1%25eth0]/",
                "https://a_b.example.com/"
            })
    void refuses(String url) {
        assertThat(WebhookUrl.parse(url, false)).isEmpty();
    }

    @Test
    void takesHttpWhereItIsAllowed() {
        assertThat(WebhookUrl.parse("http://127.0.0.1:8080/a", true)).isPresent();
    }

    @Test
    void showsNoQuery() {
        assertThat(WebhookUrl.withoutQuery("https://a.example/b?token=c")).isEqualTo("https://a.example/b");
        assertThat(WebhookUrl.withoutQuery("https://a.example/b")).isEqualTo("https://a.example/b");
    }
}
