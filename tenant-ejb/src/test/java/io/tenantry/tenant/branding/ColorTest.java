package io.tenantry.tenant.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {

    /** The last two are the well-known greys just above and just below 4.5. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21",
        "#ffffff, #ffffff, 1",
        "#ff0000, #ffffff, 3.998",
        "#0000ff, #ffffff, 8.592",
        "#00ff00, #000000, 15.304",
        "#767676, #ffffff, 4.542",
        "#777777, #ffffff, 4.478"
    })
    void contrastIsThatOfWcag(String one, String other, double contrast) {
        assertThat(Color.of(one).contrast(Color.of(other))).isCloseTo(contrast, within(0.001));
        assertThat(Color.of(other).contrast(Color.of(one))).isCloseTo(contrast, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff", "#ffffff, #000000", "#ffee00, #000000", "#14524a, #ffffff", "#757575, #ffffff"})
    void textIsWhatIsReadBetter(String ground, String text) {
        assertThat(Color.of(ground).text()).isEqualTo(Color.of(text));
    }

    @Test
    void textCanBeReadOnEveryGrey() {
        assertThat(IntStream.range(0, 256).mapToObj(level -> new Color(level, level, level)))
                .allSatisfy(grey -> assertThat(grey.contrast(grey.text())).isGreaterThan(4.5));
    }

    @ParameterizedTest
    @CsvSource({"#ABC, #aabbcc", "#AbCdEf, #abcdef", "#000, #000000"})
    void colorsAreWrittenInOneForm(String text, String written) {
        assertThat(Color.of(text)).hasToString(written);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "red",
                "#12",
                "#1234",
                "#12345",
                "#1234567",
                "#ggg",
                " #000",
                "#000\n",
                "#000;}",
                "rgb(0,0,0)"
            })
    void whatIsNoColorIsNotRead(String text) {
        assertThat(Color.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#14524a", "#0000ff", "#ff0000", "#7fd0c1", "#ffffff"})
    void onADarkPageAColorCanBeSeen(String color) {
        assertThat(Colors.onDark(Color.of(color)).contrast(Colors.DARK)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void whatCanBeSeenAlreadyStaysAsItIs() {
        assertThat(Colors.onDark(Color.of("#7fd0c1"))).isEqualTo(Color.of("#7fd0c1"));
    }
}
