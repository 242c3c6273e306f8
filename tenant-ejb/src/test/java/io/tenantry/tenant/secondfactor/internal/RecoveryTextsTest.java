package io.tenantry.tenant.secondfactor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTextsTest {

    @Test
    void tenDifferentCodesAreMade() {
        assertThat(RecoveryTexts.next())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
    }

    @Test
    void aCodeIsTheSameHoweverItIsWritten() {
        String code = RecoveryTexts.next().get(0);

        assertThat(RecoveryTexts.hash(code.toUpperCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryTexts.hash(code));
        assertThat(RecoveryTexts.hash(code.substring(1))).isNotEqualTo(RecoveryTexts.hash(code));
    }

    /** RFC 4648, section 10, those without padding. */
    @ParameterizedTest
    @CsvSource({"'', ''", "fooba, MZXW6YTB", "foobafooba, MZXW6YTBMZXW6YTB"})
    void bytesAreWrittenAsInTheStandard(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
