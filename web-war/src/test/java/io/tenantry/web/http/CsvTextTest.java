package io.tenantry.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''"})
    void whatWouldBeAFormulaIsText(String value) {
        assertThat(CsvText.harmless(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "a=1", "owner@acme.test", "{\"a\":-1}", "'quoted'"})
    void allElseStaysAsItIs(String value) {
        assertThat(CsvText.harmless(value)).isEqualTo(value);
        assertThat(CsvText.restored(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "'''", "=1", "'=1", "''=1", "'a", "''a", "a'", "-", "'-", "@", "a"})
    void theValueComesBack(String value) {
        assertThat(CsvText.restored(CsvText.harmless(value))).isEqualTo(value);
    }
}
