package io.tenantry.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a,b\r\n1,2", "\uFEFFa,b\n1,2\n", "a;b\n1;2\n", " a ;b\r1;2\r", "\n\na,b\n1,2"})
    void readsWhatSpreadsheetsWrite(String file) {
        CsvTable table = read(file);
        assertThat(table.head()).containsExactly("a", "b");
        assertThat(table.rows()).extracting(CsvTable.Row::cells).containsExactly(List.of("1", "2"));
    }

    @Test
    void linesAreThoseOfTheFile() {
        CsvTable table = read("a,b\n\"1\n2\",\"x \"\"y\"\"\"\n\n,\n3,;\n");
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(2, List.of("1\n2", "x \"y\"")), new CsvTable.Row(6, List.of("3", ";")));
    }

    @Test
    void rowsMayBeShorterOrLongerThanTheHead() {
        assertThat(read("a,b\n1\n1,2,3\n").rows())
                .extracting(CsvTable.Row::cells)
                .containsExactly(List.of("1"), List.of("1", "2", "3"));
    }

    @Test
    void whatWasMadeHarmlessIsAsItWas() {
        assertThat(read("a\n'=1+1\n'quoted'\n").rows())
                .extracting(CsvTable.Row::cells)
                .containsExactly(List.of("=1+1"), List.of("'quoted'"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', validation.body",
        "'\n\n', validation.body",
        "' , ', validation.body",
        "'a\n\"open', validation.csv",
        "'a\n\"x\"y\n', validation.csv"
    })
    void tellsWhatIsNoTable(String file, String detail) {
        isRefused(file.getBytes(StandardCharsets.UTF_8), detail);
    }

    @Test
    void refusesOtherCharacterSets() {
        isRefused("a\nñ".getBytes(StandardCharsets.ISO_8859_1), "validation.csv-encoding");
        isRefused("a\nñ".getBytes(StandardCharsets.UTF_16), "validation.csv-encoding");
    }

    @Test
    void refusesMoreRowsThanThereMayBe() {
        String most = "a\n" + "1\n".repeat(CsvTable.MAX_ROWS);
        assertThat(read(most).rows()).hasSize(CsvTable.MAX_ROWS);
        isRefused((most + "1\n").getBytes(StandardCharsets.UTF_8), "validation.csv-rows");
    }

    private static CsvTable read(String file) {
        return CsvTable.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void isRefused(byte[] file, String detail) {
        assertThatThrownBy(() -> CsvTable.read(file))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.detail().key()).isEqualTo(detail)));
    }
}
