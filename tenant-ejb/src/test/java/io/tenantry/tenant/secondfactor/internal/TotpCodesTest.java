package io.tenantry.tenant.secondfactor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final long STEP = 41_152_263;
    private static final String CODE = "005924";
    private static final long BEGINS = STEP * 30;

    /** RFC 6238, appendix B, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(TotpCodes.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, -1, 0, 29, 30, 59})
    void aCodeIsGoodOneStepAround(long seconds) {
        assertThat(TotpCodes.step(SECRET, CODE, Instant.ofEpochSecond(BEGINS + seconds)))
                .hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-31, 60})
    void fartherAwayItIsNot(long seconds) {
        assertThat(TotpCodes.step(SECRET, CODE, Instant.ofEpochSecond(BEGINS + seconds)))
                .isEmpty();
    }

    @Test
    void theBlankThatAppsShowIsNoMatter() {
        assertThat(TotpCodes.step(SECRET, "005 924", Instant.ofEpochSecond(BEGINS)))
                .hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5924", "5924 ", "0005924", "005925", "٠٠٥٩٢٤", "00592４"})
    void anythingElseIsNoCode(String code) {
        assertThat(TotpCodes.step(SECRET, code, Instant.ofEpochSecond(BEGINS))).isEmpty();
    }
}
