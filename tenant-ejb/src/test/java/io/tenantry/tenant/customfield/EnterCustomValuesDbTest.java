package io.tenantry.tenant.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.imports.LineError;
import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The values of many new rows at once are those that each row by itself would have got. */
class EnterCustomValuesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final FieldFixture fixture = new FieldFixture(DATABASE, UNIT);
    private final UUID row = Ids.next();
    private final UUID other = Ids.next();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void valuesOfEveryTypeAreEntered() {
        fixture.field("text", "text", false);
        fixture.field("number", "number", true);
        fixture.field("flag", "boolean", false);
        fixture.field("day", "date", false);
        fixture.field("colour", "select", false, "red", "green");
        Map<String, Object> one = Map.of(
                "text",
                "ñ 'x'",
                "number",
                new BigDecimal("-1.50"),
                "flag",
                false,
                "day",
                "2024-02-29",
                "colour",
                "red");
        Map<String, Object> two = Map.of("number", 7, "colour", "green");
        Map<Integer, Map<String, Object>> wanted = new HashMap<>(Map.of(2, one, 3, two));
        wanted.put(4, null);

        Lines<UUID> lines = lines();
        fixture.in(em -> {
            EnterCustomValues enter = enter(em);
            Map<Integer, Map<String, Object>> checked = enter.check(FieldFixture.ENTITY, lines, wanted);
            assertThat(checked).containsOnlyKeys(2, 3, 4);
            enter.enter(FieldFixture.ENTITY, Map.of(row, checked.get(2), other, checked.get(3)));
            return null;
        });

        assertThat(lines.errors()).isEmpty();
        UUID alone = Ids.next();
        fixture.set(alone, Map.of("text", "ñ 'x'", "number", 3, "flag", false, "day", "2024-02-29", "colour", "red"));
        Map<String, Object> expected = new HashMap<>(fixture.of(alone));
        expected.put("number", new BigDecimal("-1.5"));
        assertThat(fixture.of(row)).isEqualTo(expected);
        assertThat(fixture.of(other)).isEqualTo(Map.of("number", new BigDecimal("7"), "colour", "green"));
    }

    @Test
    void linesWithWrongValuesAreRejected() {
        fixture.field("number", "number", false);
        Lines<UUID> lines = lines();

        Map<Integer, Map<String, Object>> checked = fixture.in(em -> enter(em)
                .check(
                        FieldFixture.ENTITY,
                        lines,
                        Map.of(2, Map.of("number", "x"), 3, Map.of("nothing", 1), 4, Map.of("number", 1))));

        assertThat(checked).containsOnlyKeys(4);
        assertThat(lines.valid()).containsOnlyKeys(4);
        assertThat(lines.errors()).extracting(LineError::line).containsExactly(2, 3);
        assertThat(lines.errors()).extracting(LineError::column).containsExactly("cf.number", "cf.nothing");
    }

    @Test
    void aUniqueValueIsTakenOnce() {
        fixture.field("serial", "number", true);
        fixture.set(row, Map.of("serial", new BigDecimal("1.0")));
        FieldFixture stranger = new FieldFixture(DATABASE, UNIT);
        stranger.field("serial", "number", true);
        stranger.set(other, Map.of("serial", 5));
        Lines<UUID> lines = lines();
        lines.add(5, Ids.next());

        Map<Integer, Map<String, Object>> checked = fixture.in(em -> enter(em)
                .check(
                        FieldFixture.ENTITY,
                        lines,
                        Map.of(
                                2, Map.of("serial", 1),
                                3, Map.of("serial", new BigDecimal("2.00")),
                                4, Map.of("serial", 2),
                                5, Map.of("serial", 5))));

        assertThat(checked).containsOnlyKeys(3, 5);
        assertThat(lines.errors()).extracting(LineError::line).containsExactly(2, 4);
        assertThat(lines.errors()).extracting(LineError::column).containsOnly("cf.serial");
    }

    @Test
    void whoComesSecondIsTold() {
        fixture.field("serial", "text", true);
        fixture.set(row, Map.of("serial", "1"));

        assertThatThrownBy(() -> fixture.in(em -> {
                    enter(em).enter(FieldFixture.ENTITY, Map.of(other, Map.of("serial", "1")));
                    return null;
                }))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
        assertThat(fixture.of(other)).isEmpty();
    }

    private static Lines<UUID> lines() {
        Lines<UUID> lines = new Lines<>(3, true);
        for (int line = 2; line <= 4; line++) {
            lines.add(line, Ids.next());
        }
        return lines;
    }

    private static EnterCustomValues enter(EntityManager em) {
        CustomFields fields = FieldFixture.fields(em);
        EnterCustomValues enter = new EnterCustomValues();
        enter.entityManager = em;
        enter.features = fields.features;
        enter.clock = fields.clock;
        return enter;
    }
}
