package io.tenantry.tenant.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.dashboard.Layout.Widget;
import io.tenantry.tenant.dashboard.WidgetType.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutRulesTest {

    private static final WidgetType CHART = WidgetType.of(
            "chart",
            Text.of("tenant.widget-usage"),
            new Size(2, 1),
            new Size(12, 4),
            new WidgetOption.Choice("kind", List.of("bar", "line")),
            new WidgetOption.Whole("days", 1, 31),
            new WidgetOption.Flag("legend"));
    private static final WidgetType EXTRA = WidgetType.of(
                    "extra", Text.of("tenant.widget-usage"), new Size(1, 1), new Size(2, 2))
            .requiring("more");

    @ParameterizedTest
    @CsvSource({"0, 0, 2, 1", "10, 0, 2, 1", "0, 96, 12, 4", "0, 99, 12, 1"})
    void aWidgetMayBeAnywhereInTheGrid(int x, int y, int w, int h) {
        assertThatCode(() -> check(chart(x, y, w, h))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 2, 1, x",
        "11, 0, 2, 1, x",
        "2147483647, 0, 2, 1, x",
        "0, -1, 2, 1, y",
        "0, 97, 2, 4, y",
        "0, 2147483647, 2, 4, y",
        "0, 0, 1, 1, w",
        "0, 0, 13, 1, w",
        "0, 0, 2147483647, 1, w",
        "0, 0, 2, 0, h",
        "0, 0, 2, 5, h"
    })
    void itStaysInTheGridAndKeepsItsSize(int x, int y, int w, int h, String member) {
        assertThat(refused(chart(x, y, w, h))).containsExactly("/widgets/0/" + member);
    }

    @Test
    void widgetsStandBesideEachOther() {
        assertThatCode(() -> check(chart(0, 0, 2, 1), chart(2, 0, 2, 1), chart(0, 1, 4, 1)))
                .doesNotThrowAnyException();
        assertThat(refused(chart(0, 0, 2, 1), chart(1, 0, 2, 1))).containsExactly("/widgets/1");
        assertThat(refused(chart(0, 0, 4, 4), chart(4, 0, 2, 1), chart(1, 1, 2, 1)))
                .containsExactly("/widgets/2");
        assertThat(refused(chart(1, 1, 2, 1), chart(0, 0, 12, 4))).containsExactly("/widgets/1");
    }

    @Test
    void optionsAreThoseOfTheKind() {
        assertThatCode(() -> check(chart(Map.of("kind", "bar", "days", 31, "legend", true))))
                .doesNotThrowAnyException();
        assertThat(refused(chart(Map.of("kind", "pie")))).containsExactly("/widgets/0/options/kind");
        assertThat(refused(chart(Map.of("kind", 1)))).containsExactly("/widgets/0/options/kind");
        assertThat(refused(chart(Map.of("days", 0)))).containsExactly("/widgets/0/options/days");
        assertThat(refused(chart(Map.of("days", new BigDecimal("1.5"))))).containsExactly("/widgets/0/options/days");
        assertThat(refused(chart(Map.of("days", 1L << 40)))).containsExactly("/widgets/0/options/days");
        assertThat(refused(chart(Map.of("legend", "yes")))).containsExactly("/widgets/0/options/legend");
        assertThat(refused(chart(Map.of("size", 1)))).containsExactly("/widgets/0/options/size");
        assertThat(refused(chart(Map.of("<script>", List.of())))).containsExactly("/widgets/0/options/?script?");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("kind", null);
        assertThat(refused(chart(nothing))).containsExactly("/widgets/0/options/kind");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThat(refused(chart(0, 0, 2, 1), new Widget("other", 4, 0, 2, 1, null)))
                .containsExactly("/widgets/1/type");
    }

    @Test
    void aKindThatThePlanLacksIsRefused() {
        assertThatThrownBy(() -> check(new Widget("extra", 0, 0, 1, 1, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.FEATURE_NOT_IN_PLAN));
    }

    private static List<String> refused(Widget... widgets) {
        try {
            check(widgets);
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.VALIDATION);
            return e.errors().stream().map(FieldError::pointer).toList();
        }
        return List.of();
    }

    private static void check(Widget... widgets) {
        Map<String, WidgetType> types = Map.of("chart", CHART, "extra", EXTRA);
        new LayoutRules(type -> Optional.ofNullable(types.get(type)), feature -> {
                    throw ProblemException.of(ProblemType.FEATURE_NOT_IN_PLAN);
                })
                .check(new Layout(Arrays.asList(widgets)));
    }

    private static Widget chart(int x, int y, int w, int h) {
        return new Widget("chart", x, y, w, h, Map.of());
    }

    private static Widget chart(Map<String, Object> options) {
        return new Widget("chart", 0, 0, 2, 1, options);
    }
}
