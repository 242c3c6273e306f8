package io.tenantry.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.CustomFieldView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row becomes the body that a client would have sent for it. */
class CsvRowsTest {

    record Body(
            String code,
            Integer count,
            BigDecimal amount,
            Boolean flag,
            Instant at,
            Map<String, Object> customFields) {}

    private static final List<CustomFieldView> FIELDS =
            List.of(field("n", "number"), field("b", "boolean"), field("t", "text"));

    @Test
    void cellsBecomeMembersOfTheirTypes() {
        CsvRows rows = rows("code", "count", "amount", "flag", "at", "cf.n", "cf.b", "cf.t");

        assertThat(rows.body(List.of("7", "-7", "7.50", "true", "2026-01-01T00:00:00Z", "10", "false", "1"))
                        .toString())
                .isEqualTo("{\"code\":\"7\",\"count\":-7,\"amount\":7.50,\"flag\":true,\"at\":\"2026-01-01T00:00:00Z\","
                        + "\"customFields\":{\"n\":10,\"b\":false,\"t\":\"1\"}}");
    }

    @Test
    void emptyCellsAreNoMembers() {
        assertThat(rows("code", "count", "cf.t").body(List.of("", "", "")).toString())
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({"count, full", "count, 1e9", "count, +1", "count, ' 1'", "flag, yes", "flag, TRUE", "amount, '1,5'"})
    void whatHasAnotherTypeStaysText(String column, String cell) {
        assertThat(rows(column).body(List.of(cell)).path(column).isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"colour", "Code", "customFields", "cf.x", "cf.", "id", "''", "'a/b\u0000c'"})
    void unknownColumnsAreRefused(String column) {
        assertThatThrownBy(() -> rows("code", column))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.pointer()).matches("/1/[A-Za-z0-9._?-]*");
                            assertThat(error.detail().arguments())
                                    .containsExactly("amount, at, cf.b, cf.n, cf.t, code, count, flag");
                        }));
    }

    @Test
    void repeatedColumnsAreRefused() {
        assertThatThrownBy(() -> rows("code", "count", "code")).isInstanceOf(ProblemException.class);
    }

    private static CsvRows rows(String... head) {
        return new CsvRows(List.of(head), Body.class, FIELDS);
    }

    private static CustomFieldView field(String key, String type) {
        return new CustomFieldView(
                UUID.randomUUID(), "things", key, "Label", type, false, false, List.of(), 1, null, 1);
    }
}
