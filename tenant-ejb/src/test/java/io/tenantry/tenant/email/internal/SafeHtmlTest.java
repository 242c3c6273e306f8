package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeHtmlTest {

    @Test
    void leavesPlainLayoutAlone() {
        String html = "<h1 style=\"color:#036\">A</h1><p align=\"center\">b <strong>c</strong><br />d</p>"
                + "<ul><li>e</li></ul><a href=\"https://x.example/\">f</a>";

        assertThat(SafeHtml.refused(html)).isEmpty();
        assertThat(SafeHtml.clean(html))
                .contains("<h1 style", "<strong>c</strong>", "<li>e</li>", "https://x.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "<script>x</script>, script",
        "<p onclick='x'>a</p>, p onclick",
        "<a href='javascript:x'>a</a>, a",
        "<img src='https://x.example/y'>, img",
        "<form action='/'></form>, form",
        "<p style='background:url(https://x.example)'>a</p>, p style"
    })
    void namesWhatItTakesOut(String html, String refused) {
        assertThat(SafeHtml.refused(html)).anyMatch(found -> found.startsWith(refused));
        assertThat(SafeHtml.clean(html)).doesNotContain("script", "onclick", "<img", "<form", "url(");
    }
}
