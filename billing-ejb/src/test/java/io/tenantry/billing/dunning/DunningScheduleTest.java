package io.tenantry.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DunningScheduleTest {

    private static final DunningSchedule DEFAULT = DunningSchedule.parse(DunningSchedule.DEFAULT);
    private static final LocalDate DUE = LocalDate.parse("2026-01-31");

    @Test
    void readsDaysAndActions() {
        assertThat(DunningSchedule.parse(" 1:pastDue , 30:suspend").steps())
                .containsExactly(new DunningStep(1, DunningAction.pastDue), new DunningStep(30, DunningAction.suspend));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 0, 2026-02-01",
        "2026-02-01, 1, 2026-02-07",
        "2026-02-06, 1, 2026-02-07",
        "2026-02-07, 2, 2026-02-14",
        "2026-02-14, 3, 2026-03-02",
        "2026-03-01, 3, 2026-03-02",
        "2026-03-02, 4,"
    })
    void saysWhatIsDueAndWhenTheNextStepIs(LocalDate today, int due, LocalDate next) {
        assertThat(DEFAULT.due(DUE, today)).hasSize(due);
        assertThat(DEFAULT.nextAfter(DUE, today).orElse(null)).isEqualTo(next);
    }

    @Test
    void aStepIsKnownByActionAndDay() {
        assertThat(DEFAULT.steps())
                .extracting(DunningStep::code)
                .containsExactly("pastDue-1", "reminder-7", "finalReminder-14", "suspend-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1",
                "1:",
                ":reminder",
                "0:reminder",
                "-1:reminder",
                "01:reminder",
                "1000:reminder",
                "1:Reminder",
                "1:remind",
                "1:reminder,",
                "1:reminder;7:suspend",
                "7:reminder,1:suspend",
                "7:reminder,7:suspend"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningSchedule.parse(text))
                .withMessageStartingWith("tenantry.dunning: ");
    }
}
