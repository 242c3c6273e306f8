package io.tenantry.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.example", "first.last+tag@sub.example.com", "o'brien@example.com", "x@xn--nda-6na.example"})
    void takesPlainAddresses(String text) {
        assertThat(EmailAddress.parse("/email", text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "a",
                "a@",
                "@b.example",
                "a@b@c.example",
                "a b@c.example",
                "a@b.example ",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example,c@d.example",
                "A <a@b.example>",
                "<a@b.example>",
                "list:a@b.example;",
                "\"a b\"@c.example",
                "a@b..example",
                "a@[127.0.0.1]\n",
                "a(comment)@b.example",
                "ñ@b.example"
            })
    void refusesWhatIsNotExactlyOne(String text) {
        assertThatThrownBy(() -> EmailAddress.parse("/email", text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesOneLongerThanAnyCanBe() {
        assertThat(EmailAddress.isValid("a".repeat(250) + "@b.example")).isFalse();
    }

    @Test
    void knowsItsDomain() {
        assertThat(new EmailAddress("a@Sub.Example.COM").domain()).isEqualTo("sub.example.com");
    }
}
