package io.tenantry.tenant.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manifest.pdf|manifest.pdf",
                "Señal nº 3.jpg|Señal nº 3.jpg",
                "../../etc/passwd|passwd",
                "C:\\temp\\a.txt|a.txt",
                "a/..|",
                ".htaccess|htaccess",
                "a  b\tc.txt|a bc.txt",
                "a.txt. .|a.txt",
                "<b>\"x\"*?.txt|_b__x___.txt"
            })
    void keepsWhatIsSafe(String given, String kept) {
        if (kept == null) {
            assertThatThrownBy(() -> FileName.of(given)).isInstanceOf(ProblemException.class);
        } else {
            assertThat(FileName.of(given).text()).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u200f", "\u0000", "\r\n", "\u0085", "\u2028", "\ud800", "\ufeff"})
    void dropsWhatNobodySees(String invisible) {
        assertThat(FileName.of("in" + invisible + "voice.pdf").text()).isEqualTo("invoice.pdf");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "..", "/", "\u202e", "a\\"})
    void refusesWhatIsNoName(String given) {
        assertThatThrownBy(() -> FileName.of(given)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("a".repeat(500) + ".pdf").text()).hasSize(200).endsWith("a.pdf");
        assertThat(FileName.of("a".repeat(199) + "😀😀").text()).hasSize(199);
        assertThat(FileName.of("x." + "a".repeat(500)).text()).hasSize(200);
    }

    @Test
    void composedCharactersAreOne() {
        assertThat(FileName.of("An\u0303o.pdf").text()).isEqualTo("Año.pdf");
        assertThat(FileName.of("A.PDF").ending()).isEqualTo("pdf");
        assertThat(FileName.of("pdf").ending()).isEmpty();
    }
}
