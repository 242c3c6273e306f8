package io.tenantry.tenant.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.customfield.internal.FieldType;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unique values and conversions, also while somebody else writes. */
class CustomFieldRacesDbTest {

    private static final OptionalLong ANY = OptionalLong.empty();
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final FieldFixture fields = new FieldFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    /** The second one waits for the first, and then knows. */
    @Test
    void oneOfTwoWhoTakeAUniqueValueAtOnceGetsIt() {
        fields.field("serial", "number", true);
        UUID first = Ids.next();
        UUID second = Ids.next();

        CompletableFuture<Object> other = whileOpen(
                em -> FieldFixture.fields(em).set(FieldFixture.ENTITY, first, Map.of("serial", 7)),
                em -> FieldFixture.fields(em).set(FieldFixture.ENTITY, second, Map.of("serial", 7.0)));

        assertThatThrownBy(other::join).cause().isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
            assertThat(problem.errors().get(0).pointer()).isEqualTo("/customFields/serial");
        });
        assertThat(fields.of(first)).containsEntry("serial", new BigDecimal("7"));
        assertThat(fields.of(second)).isEmpty();
    }

    /** A value that was about to be written is not left behind in the type before. */
    @Test
    void aConversionWaitsForValuesThatAreBeingWritten() {
        UUID field = fields.field("size", "text", false);
        UUID row = Ids.next();

        whileOpen(
                        em -> FieldFixture.fields(em).set(FieldFixture.ENTITY, row, Map.of("size", "12.50")),
                        em -> FieldFixture.convert(em).convert(field, ANY, to("number")))
                .join();

        assertThat(fields.of(row)).containsEntry("size", new BigDecimal("12.5"));
    }

    /** And a value is not written as the field was before. */
    @Test
    void aValueWaitsForAConversion() {
        UUID field = fields.field("size", "text", false);

        CompletableFuture<Object> value = whileOpen(
                em -> FieldFixture.convert(em).convert(field, ANY, to("number")),
                em -> FieldFixture.fields(em).set(FieldFixture.ENTITY, Ids.next(), Map.of("size", "large")));

        assertThatThrownBy(value::join).hasMessageContaining("validation");
    }

    @Test
    void aValueWaitsForItsFieldToBecomeUnique() {
        UUID field = fields.field("serial", "date", false);
        UUID first = Ids.next();
        fields.set(first, Map.of("serial", "2026-01-01"));

        CompletableFuture<Object> value = whileOpen(
                em -> FieldFixture.change(em)
                        .change(
                                field,
                                OptionalLong.of(1),
                                present -> new CustomFieldValues(
                                        present.entity(), present.key(), "L", "date", false, true, null, 1)),
                em -> FieldFixture.fields(em).set(FieldFixture.ENTITY, Ids.next(), Map.of("serial", "2026-01-01")));

        assertThatThrownBy(value::join).hasMessageContaining("conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "text, 12.50, number, 12.5",
        "text, true, boolean, true",
        "text, 2026-01-31, date, 2026-01-31",
        "text, red, select, red",
        "number, 12.5, text, 12.5",
        "boolean, false, text, false",
        "date, 2026-01-31, text, 2026-01-31",
        "select, red, text, red"
    })
    void whatHasACounterpartIsConverted(String from, String value, String to, String converted) {
        UUID field = fields.field("f", from, true, options(from));
        UUID row = Ids.next();
        fields.set(row, Map.of("f", json(from, value)));

        ConversionView view = fields.in(em -> FieldFixture.convert(em).convert(field, ANY, to(to)));

        assertThat(view.convertible()).isEqualTo(1);
        assertThat(view.field().type()).isEqualTo(to);
        assertThat(fields.of(row).get("f")).hasToString(converted);
        UUID other = Ids.next();
        assertThatThrownBy(() -> fields.set(other, Map.of("f", json(to, converted))))
                .as("still unique")
                .hasMessageContaining("conflict");
    }

    @ParameterizedTest
    @CsvSource({"text, large, number", "number, 1, boolean", "boolean, true, date", "date, 2026-01-31, number"})
    void whatHasNoneStaysAsItIs(String from, String value, String to) {
        UUID field = fields.field("f", from, false);
        UUID row = Ids.next();
        fields.set(row, Map.of("f", json(from, value)));

        assertThatThrownBy(() -> fields.in(em -> FieldFixture.convert(em).convert(field, ANY, to(to))))
                .hasMessageContaining("tenant.custom-field-inconvertible");

        assertThat(fields.of(row).get("f")).hasToString(value);
    }

    @Test
    void valuesThatBecomeTheSameStopAConversionOfAUniqueField() {
        UUID field = fields.field("serial", "text", true);
        fields.set(Ids.next(), Map.of("serial", "1"));
        fields.set(Ids.next(), Map.of("serial", "1.0"));

        assertThatThrownBy(() -> fields.in(em -> FieldFixture.convert(em).convert(field, ANY, to("number"))))
                .hasMessageContaining("tenant.custom-field-duplicates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0000000001", "12.5", "-99999999999999999999.9999999999"})
    void theDatabaseOrdersNumbersByTheSameKey(String number) {
        fields.field("n", "number", false);
        fields.set(Ids.next(), Map.of("n", new BigDecimal(number)));

        String key = fields.in(em -> em.createQuery("select v.numberKey from CustomValue v", String.class)
                .getSingleResult());

        assertThat(key).isEqualTo(FieldType.key(new BigDecimal(number)));
    }

    @Test
    void manyValuesAreConvertedWhole() {
        UUID field = fields.field("many", "text", false);
        List<UUID> rows = IntStream.range(0, 2_500).mapToObj(i -> Ids.next()).toList();
        fields.in(em -> {
            CustomFields values = FieldFixture.fields(em);
            rows.forEach(row -> values.set(FieldFixture.ENTITY, row, Map.of("many", "5")));
            return null;
        });

        ConversionView view = fields.in(em -> FieldFixture.convert(em).convert(field, ANY, to("number")));

        assertThat(view.convertible()).isEqualTo(2_500);
        assertThat(fields.in(em -> FieldFixture.fields(em).of(FieldFixture.ENTITY, rows))
                        .values())
                .hasSize(2_500)
                .allSatisfy(values -> assertThat(values).containsEntry("many", new BigDecimal("5")));
    }

    /** Starts {@code second} while {@code first} has done its work but not committed, and lets it wait for that. */
    private <T> CompletableFuture<T> whileOpen(Function<EntityManager, ?> first, Function<EntityManager, T> second) {
        return fields.in(em -> {
            first.apply(em);
            em.flush();
            CompletableFuture<T> other = CompletableFuture.supplyAsync(() -> fields.in(second));
            while (!other.isDone() && !isSomebodyWaiting(em)) {
                Thread.onSpinWait();
            }
            assertThat(other).as("waits").isNotDone();
            return other;
        });
    }

    private static boolean isSomebodyWaiting(EntityManager em) {
        return (Boolean) em.createNativeQuery("select exists (select from pg_locks where not granted)")
                .getSingleResult();
    }

    private static Conversion to(String type) {
        return new Conversion(type, List.of(options(type)), false);
    }

    private static String[] options(String type) {
        return type.equals("select") ? new String[] {"red", "green"} : new String[0];
    }

    private static Object json(String type, String value) {
        return switch (type) {
            case "number" -> new BigDecimal(value);
            case "boolean" -> Boolean.valueOf(value);
            default -> value;
        };
    }
}
