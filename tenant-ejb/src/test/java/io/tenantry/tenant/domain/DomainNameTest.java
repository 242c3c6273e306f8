package io.tenantry.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the name of a domain, and how it is kept. */
class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, shop.example.com, shop.example.com",
        "SHOP.Example.COM, shop.example.com, shop.example.com",
        "Señal.example, xn--seal-hqa.example, señal.example",
        "xn--seal-hqa.example, xn--seal-hqa.example, señal.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah, 例え.テスト",
        "shop。example．com, shop.example.com, shop.example.com",
        "ｓｈｏｐ.example, shop.example, shop.example",
        "xn--strae-oqa.example, xn--strae-oqa.example, xn--strae-oqa.example",
        "1.example, 1.example, 1.example",
        "a--b.example, a--b.example, a--b.example"
    })
    void keepsOneFormOfAName(String written, String ascii, String unicode) {
        assertThat(DomainName.of(written).ascii()).isEqualTo(ascii);
        assertThat(DomainName.of(written).unicode()).isEqualTo(unicode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com",
                "a.b.",
                ".a.b",
                "a..b",
                "127.0.0.1",
                "127.1",
                "0x7f.0.0.1",
                "a.1",
                "a.0x1",
                "①②⑦.0.0.1",
                "[::1]",
                "::1",
                "a.com:80",
                "*.a.com",
                "_a.com",
                "a_b.com",
                "-a.com",
                "a-.com",
                "a b.com",
                "a.com/",
                "a@b.com",
                "a,b.com",
                "a\u0000.com",
                "a\n.com",
                "straße.de",
                "a\u200db.com",
                "\ud800.com",
                "a.-com",
                "a.c"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> DomainName.of(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(DomainName.parsed("a".repeat(63) + ".com")).isPresent();
        assertThat(DomainName.parsed("a".repeat(64) + ".com")).isEmpty();
        assertThat(DomainName.parsed("a." + "a".repeat(64))).isEmpty();
        assertThat(DomainName.parsed("ñ".repeat(62) + ".com")).isEmpty();
    }

    /** With the label in front of it, it must still be a name: 253 characters. */
    @Test
    void theNameOfItsRecordIsAName() {
        String longest = "a.".repeat(115) + "com";
        assertThat(DomainName.of(longest).challengeName()).hasSize(253).startsWith("_tenantry-challenge.a.");
        assertThat(DomainName.parsed("a" + longest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SHOP.example", "señal.example", "shop.example.", "shop.example:80", "localhost", "a\u0000.b"})
    void aHostIsTakenAsItIs(String host) {
        assertThat(DomainName.ofHost(host)).isEmpty();
    }

    @Test
    void whatIsBelowASuffixEndsInItsLabels() {
        DomainName name = DomainName.of("shop.example.com");
        assertThat(name.isWithin("example.com")).isTrue();
        assertThat(name.isWithin("shop.example.com")).isTrue();
        assertThat(name.isWithin("op.example.com")).isFalse();
        assertThat(name.isWithin("a.shop.example.com")).isFalse();
    }
}
