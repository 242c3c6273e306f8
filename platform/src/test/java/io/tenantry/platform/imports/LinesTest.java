package io.tenantry.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Text WHY = Text.of("validation.invalid");

    @Test
    void oneBadLineKeepsAllOut() {
        Lines<String> lines = lines(false);
        assertThat(lines.mayBeEntered()).isTrue();

        lines.reject(3, "code", WHY);

        assertThat(lines.mayBeEntered()).isFalse();
        assertThat(lines.valid()).containsOnlyKeys(2, 4);
        assertThat(lines.count()).isEqualTo(3);
    }

    @Test
    void theOthersMayBeEnteredIfThatIsAskedFor() {
        Lines<String> lines = lines(true);
        lines.reject(3, "code", WHY);
        assertThat(lines.mayBeEntered()).isTrue();

        lines.reject(2, "code", WHY);
        lines.reject(4, "code", WHY);
        assertThat(lines.mayBeEntered()).isFalse();
    }

    @Test
    void errorsComeInTheOrderOfTheFile() {
        Lines<String> lines = lines(false);
        lines.reject(4, null, WHY);
        lines.reject(2, List.of(FieldError.of("/code", "validation.required"), FieldError.of("", "validation.type")));
        lines.reject(3, ProblemException.invalid("/customFields/colour", "validation.type"));

        assertThat(lines.errors())
                .containsExactly(
                        new LineError(2, "code", Text.of("validation.required")),
                        new LineError(2, null, Text.of("validation.type")),
                        new LineError(3, "cf.colour", Text.of("validation.type")),
                        new LineError(4, null, WHY));
    }

    @Test
    void theFirstOfThoseThatAreAlikeStays() {
        Lines<String> lines = lines(false);
        lines.add(5, "b");
        lines.add(6, "b");

        lines.rejectRepeated("code", value -> value, WHY);

        assertThat(lines.valid()).containsOnlyKeys(2, 3, 4);
        assertThat(lines.errors()).containsExactly(new LineError(5, "code", WHY), new LineError(6, "code", WHY));
    }

    @Test
    void whatCannotBeMadeIsRejectedWithTheReason() {
        Lines<Integer> made = lines(true).map(value -> {
            if (value.equals("b")) {
                throw ProblemException.conflict("cmo.reason");
            }
            return value.length();
        });

        assertThat(made.valid()).containsOnlyKeys(2, 4).containsEntry(2, 1);
        assertThat(made.errors()).containsExactly(new LineError(3, null, Text.of("cmo.reason")));
        assertThat(made.count()).isEqualTo(3);
        assertThat(made.isPartly()).isTrue();
    }

    private static Lines<String> lines(boolean partly) {
        Lines<String> lines = new Lines<>(3, partly);
        lines.add(2, "a");
        lines.add(3, "b");
        lines.add(4, "c");
        return lines;
    }
}
