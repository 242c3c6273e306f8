package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoleLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://evil.example/#{{link}}\">x</a>",
                "<a href='https://evil.example/# {{link}}'>x</a>",
                "<a href=https://evil.example/?{{link}}>x</a>",
                "<a title=\">\" href=\"https://evil.example/#>{{link}}\">x</a>",
                "<a href=\"https://evil.example/#{{#brand}}{{link}}{{/brand}}\">x</a>",
                "<p>https://evil.example/#{{link}}</p>",
            })
    void theLinkIsNotLedElsewhereInHtml(String html) {
        assertThat(violations("{{link}}", html)).containsExactly("/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/#{{link}}", "x{{link}}", "{{brand}}{{link}}"})
    void theLinkIsNotLedElsewhereInText(String text) {
        assertThat(violations(text, "<a href=\"{{link}}\">x</a>")).containsExactly("/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Here: {{link}}</p>",
                "<p>Here:</p><p>{{link}}.</p>",
                "<a href=\"{{link}}\">{{link}}</a>",
                "<a href='{{link}}'>open</a> or <a href=\"https://own.example/\">our page</a>",
                "<p>none</p>"
            })
    void aLinkOfItsOwnIsFine(String html) {
        assertThat(violations("Open ({{link}}) or\n{{link}}", html)).isEmpty();
    }

    private static List<String> violations(String text, String html) {
        List<FieldError> errors = new ArrayList<>();
        SoleLink.violations(EmailKey.INVITATION, new EmailTemplate("s", text, html), errors);
        return errors.stream().map(FieldError::pointer).toList();
    }
}
