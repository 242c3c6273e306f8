package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillInTest {

    private static final Map<String, String> VALUES =
            Map.of("name", "<b>A & B</b>", "link", "https://x.example/?a=1&b=2", "empty", "");

    @Test
    void escapesValuesInHtmlAndNowhereElse() {
        EmailTemplate filled = FillIn.fill(new EmailTemplate("{{name}}", "{{name}}", "<p>{{name}}</p>"), VALUES);

        assertThat(filled.subject()).isEqualTo("<b>A & B</b>");
        assertThat(filled.text()).isEqualTo("<b>A & B</b>");
        assertThat(filled.html()).isEqualTo("<p>&lt;b&gt;A &amp; B&lt;/b&gt;</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{{name}}}", "{{&name}}", "{{& name }}", "{{=<% %>=}}<%&name%>"})
    void knowsNoWayToLeaveAValueUnescaped(String html) {
        assertThat(FillIn.fill(new EmailTemplate("a", "b", html), VALUES).html())
                .doesNotContain("<b>");
    }

    @Test
    void keepsTheSubjectOnOneLine() {
        EmailTemplate filled =
                FillIn.fill(new EmailTemplate("a {{name}}", "b", "c"), Map.of("name", "x\r\nBcc: victim@example.com"));

        assertThat(filled.subject()).isEqualTo("a x  Bcc: victim@example.com");
    }

    @Test
    void leavesLinksThatDoSomethingOut() {
        EmailTemplate filled = FillIn.fill(
                new EmailTemplate("a", "b", "<a href=\"{{name}}\">x</a>"), Map.of("name", "javascript:alert(1)"));

        assertThat(filled.html()).doesNotContain("javascript");
    }

    @Test
    void showsASectionWhereItsValueIsNotEmpty() {
        assertThat(FillIn.execute("{{#name}}yes{{/name}}{{#empty}}no{{/empty}}{{^empty}}none{{/empty}}", VALUES))
                .isEqualTo("yesnone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{absent}}",
                "{{link.class}}",
                "{{link.length}}",
                "{{#link}}{{class}}{{/link}}",
                "{{#link}}{{hashCode}}{{/link}}",
                "{{> other}}"
            })
    void seesNoObjectBehindAValue(String text) {
        assertThatThrownBy(() -> FillIn.execute(text, VALUES)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void namesWhatATextUses() {
        assertThat(FillIn.names("{{a}} {{{b}}} {{&c}} {{#d}}{{e}}{{/d}} {{^f}}{{g.h}}{{/f}}"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g.h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{> other}}",
                "{{<other}}{{/other}}",
                "{{$block}}{{secret}}{{/block}}",
                "{{ $block}}{{secret}}{{/block}}",
                "{{=<% %>=}}<% i %>",
                "{{a",
                "{{#a}}",
                "{{/a}}"
            })
    void readsNothingButVariablesAndSections(String text) {
        assertThatThrownBy(() -> FillIn.names(text)).isInstanceOf(MustacheException.class);
    }
}
