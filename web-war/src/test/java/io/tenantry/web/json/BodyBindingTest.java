package io.tenantry.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBindingTest {

    enum Colour {
        red,
        green
    }

    record Owner(@NotBlank @Email String email, @Valid List<Part> parts) {}

    record Part(@NotNull UUID id) {}

    record Counted(long count) {}

    record Body(
            @NotBlank @Size(min = 1, max = 10) @Pattern(regexp = "[^x]*")
            String code,

            @Min(0) @Max(100) Integer percent,
            BigDecimal amount,
            Boolean flag,
            Long count,
            Colour colour,
            Instant at,
            UUID id,
            @Valid Owner owner,
            List<String> tags) {}

    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private static final Body PRESENT = new Body(
            "A-1",
            7,
            new BigDecimal("0.1"),
            true,
            9_007_199_254_740_993L,
            Colour.red,
            Instant.parse("2026-03-01T10:00:00.123456Z"),
            new UUID(1, 2),
            new Owner("a@b.test", List.of(new Part(new UUID(3, 4)))),
            List.of("x", "y"));

    private final BodyBinding binding = new BodyBinding();

    BodyBindingTest() {
        binding.validator = FACTORY.getValidator();
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void bindsWhatItKnows() {
        Body body = bind("""
                {"code": "A-1 ñ \\ud83d\\ude00", "percent": 7, "flag": true, "count": 9007199254740993, "colour": "green",
                 "amount": 0.10, "at": "2026-03-01T10:00:00-05:00", "id": "01930000-0000-7000-8000-000000000001",
                 "owner": {"email": "a@b.test"}, "tags": ["x", null]}
                """);

        assertThat(body.code()).isEqualTo("A-1 ñ \uD83D\uDE00");
        assertThat(body.count()).isEqualTo(9_007_199_254_740_993L);
        assertThat(body.amount()).isEqualTo(new BigDecimal("0.10"));
        assertThat(body.colour()).isEqualTo(Colour.green);
        assertThat(body.at()).isEqualTo(Instant.parse("2026-03-01T15:00:00Z"));
        assertThat(body.owner().email()).isEqualTo("a@b.test");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // members nobody knows
                arguments("{'nothing': 1}", "/nothing", "validation.unknown-member"),
                arguments("{'owner': {'nothing': 1}}", "/owner/nothing", "validation.unknown-member"),
                arguments("{'a/b~c': 1}", "/a~1b~0c", "validation.unknown-member"),
                arguments("{'Code': 'A'}", "/Code", "validation.unknown-member"),
                // other types
                arguments("{'code': 1}", "/code", "validation.type"),
                arguments("{'code': true}", "/code", "validation.type"),
                arguments("{'code': {}}", "/code", "validation.type"),
                arguments("{'code': ['A']}", "/code", "validation.type"),
                arguments("{'percent': '7'}", "/percent", "validation.type"),
                arguments("{'percent': 7.5}", "/percent", "validation.type"),
                arguments("{'percent': true}", "/percent", "validation.type"),
                arguments("{'percent': ''}", "/percent", "validation.type"),
                arguments("{'flag': 'true'}", "/flag", "validation.type"),
                arguments("{'flag': 1}", "/flag", "validation.type"),
                arguments("{'amount': '1'}", "/amount", "validation.type"),
                arguments("{'owner': 'A'}", "/owner", "validation.type"),
                arguments("{'owner': []}", "/owner", "validation.type"),
                arguments("{'owner': {'email': 1}}", "/owner/email", "validation.type"),
                arguments("{'owner': {'parts': [{'id': 'A'}]}}", "/owner/parts/0/id", "validation.type"),
                arguments("{'owner': {'parts': [{'id': null}, {'id': 1}]}}", "/owner/parts/1/id", "validation.type"),
                arguments("{'tags': 'A'}", "/tags", "validation.type"),
                arguments("{'tags': ['A', 1]}", "/tags/1", "validation.type"),
                arguments("{'id': '1-1-1-1-1'}", "/id", "validation.type"),
                arguments("{'at': '2026-03-01'}", "/at", "validation.type"),
                arguments("{'at': 0}", "/at", "validation.type"),
                arguments("{'at': '5000-01-01T00:00:00Z'}", "/at", "validation.type"),
                arguments("null", "", "validation.type"),
                // names
                arguments("{'colour': 'blue'}", "/colour", "validation.one-of"),
                arguments("{'colour': 'RED'}", "/colour", "validation.one-of"),
                arguments("{'colour': ''}", "/colour", "validation.one-of"),
                arguments("{'colour': 0}", "/colour", "validation.one-of"),
                // characters
                arguments("{'code': 'A\\u0000'}", "/code", "validation.characters"),
                arguments("{'code': '\\ud800'}", "/code", "validation.characters"),
                arguments("{'code': '\\udc00A'}", "/code", "validation.characters"),
                arguments("{'code': '\\ude00\\ud83d'}", "/code", "validation.characters"),
                arguments("{'owner': {'email': '\\u0000'}}", "/owner/email", "validation.characters"),
                arguments("{'tags': ['A', '\\u0000']}", "/tags/1", "validation.characters"),
                // not JSON
                arguments("", "", "validation.body"),
                arguments("{", "", "validation.json"),
                arguments("{'code': }", "", "validation.json"),
                arguments("{'code': 'A',}", "", "validation.json"),
                arguments("{'code': 'A'} x", "", "validation.json"),
                arguments("{'code': 'A', 'code': 'B'}", "", "validation.json"),
                arguments("{'owner': {'email': 'a@b.test', 'email': 'c@d.test'}}", "", "validation.json"),
                arguments("{'percent': NaN}", "", "validation.json"),
                arguments("{'percent': 007}", "", "validation.json"),
                arguments("{'amount': " + "1".repeat(101) + "}", "", "validation.json"),
                arguments("{'nothing': " + "[".repeat(60) + "]".repeat(60) + "}", "", "validation.json"),
                arguments("// no\n{'code': 'A'}", "", "validation.json"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsAMistakeWithItsPlace(String json, String pointer, String key) {
        assertInvalidKey(() -> bind(json.replace('\'', '"')), pointer, key);
    }

    static Stream<String> wrongAsAWhole() {
        return Stream.of(
                "[]", "'A'", "1", " ", "{'code': 'A'} {}", "[".repeat(100_000), "{'percent': 2147483648}", "\ufeff");
    }

    @ParameterizedTest
    @MethodSource("wrongAsAWhole")
    void refusesWhatIsWrongAsAWhole(String json) {
        assertThatThrownBy(() -> bind(json.replace('\'', '"')))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.VALIDATION);
    }

    static Stream<Arguments> mistakesOfTheWholeBody() {
        return Stream.of(
                arguments("[]", "", "validation.type"),
                arguments("'A'", "", "validation.type"),
                arguments("1", "", "validation.type"),
                arguments("[".repeat(100_000), "", "validation.type"),
                arguments(" ", "", "validation.type"),
                arguments("{'code': 'A'} {}", "", "validation.type"));
    }

    @ParameterizedTest
    @MethodSource("mistakesOfTheWholeBody")
    void pointsToTheWholeBodyWithNothing(String json, String pointer, String key) {
        assertInvalidKey(() -> bind(json.replace('\'', '"')), pointer, key);
    }

    static Stream<Arguments> numbersBeyondTheirType() {
        return Stream.of(
                arguments("{'percent': 2147483648}", "/percent", "validation.type"),
                arguments("{'count': 9223372036854775808}", "/count", "validation.type"));
    }

    @ParameterizedTest
    @MethodSource("numbersBeyondTheirType")
    void tellsANumberBeyondItsTypeWithItsPlace(String json, String pointer, String key) {
        assertInvalidKey(() -> bind(json.replace('\'', '"')), pointer, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"count\": null}"})
    void whatCannotBeNullIsNeededByItsType(String json) {
        assertInvalid(
                () -> binding.bind(json.getBytes(StandardCharsets.UTF_8), Counted.class),
                FieldError.of("/count", "validation.type"));
    }

    @Test
    void namesTheConstantsThereAre() {
        assertInvalid(
                () -> bind("{\"colour\": \"blue\"}"), FieldError.of("/colour", "validation.one-of", "red, green"));
    }

    @Test
    void brokenUtf8IsNotJson() {
        byte[] body = "{\"code\": \"?\"}".getBytes(StandardCharsets.US_ASCII);
        body[10] = (byte) 0xff;

        assertThatThrownBy(() -> binding.bind(body, Body.class)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aHugeExponentCostsNothing() {
        assertThat(bind("{\"code\": \"A\", \"amount\": 1e999999}").amount().scale())
                .isEqualTo(-999_999);
    }

    @Test
    void aLongNameIsCutShort() {
        assertInvalid(
                () -> bind("{\"" + "n".repeat(1_000) + "\": 1}"),
                FieldError.of("/" + "n".repeat(100), "validation.unknown-member"));
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments("{}", FieldError.of("/code", "validation.required")),
                arguments("{'code': null}", FieldError.of("/code", "validation.required")),
                arguments("{'code': ' '}", FieldError.of("/code", "validation.blank")),
                arguments("{'code': '12345678901'}", FieldError.of("/code", "validation.size", 1, 10)),
                arguments("{'code': 'x'}", FieldError.of("/code", "validation.pattern")),
                arguments("{'code': 'A', 'percent': 101}", FieldError.of("/percent", "validation.invalid")),
                arguments("{'code': 'A', 'percent': -1}", FieldError.of("/percent", "validation.invalid")),
                arguments("{'code': 'A', 'owner': {}}", FieldError.of("/owner/email", "validation.required")),
                arguments("{'code': 'A', 'owner': {'email': 'A'}}", FieldError.of("/owner/email", "validation.email")));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void tellsABrokenConstraintWithItsPlace(String json, FieldError error) {
        assertInvalid(() -> bind(json.replace('\'', '"')), error);
    }

    @Test
    void tellsAllBrokenConstraintsAtOnce() {
        assertThatThrownBy(() -> bind("{\"percent\": 101, \"owner\": {}}"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::pointer)
                        .containsExactlyInAnyOrder("/code", "/percent", "/owner/email"));
    }

    @Test
    void tellsABrokenConstraintInsideOfAList() {
        assertInvalid(
                () -> bind("{\"code\": \"A\", \"owner\": {\"email\": \"a@b.test\", \"parts\": [{}]}}"),
                FieldError.of("/owner/parts/0/id", "validation.required"));
    }

    @Test
    void aPatchKeepsWhatItDoesNotName() {
        Body patched = patch("{'percent': 8}");

        assertThat(patched).usingRecursiveComparison().ignoringFields("percent").isEqualTo(PRESENT);
        assertThat(patched.percent()).isEqualTo(8);
    }

    @Test
    void anEmptyPatchChangesNothing() {
        assertThat(patch("{}")).isEqualTo(PRESENT);
    }

    @Test
    void nullInAPatchTakesAway() {
        assertThat(patch("{'percent': null, 'owner': null, 'at': null}"))
                .extracting(Body::percent, Body::owner, Body::at)
                .containsOnlyNulls();
    }

    @Test
    void aPatchReachesIntoObjectsAndReplacesLists() {
        Body patched = patch("{'owner': {'email': 'c@d.test'}, 'tags': ['z']}");

        assertThat(patched.owner().email()).isEqualTo("c@d.test");
        assertThat(patched.owner().parts()).isEqualTo(PRESENT.owner().parts());
        assertThat(patched.tags()).containsExactly("z");
    }

    @Test
    void aPatchKeepsDecimalsToTheLetter() {
        assertThat(patch("{'amount': 1234567890.12345678901}").amount())
                .isEqualTo(new BigDecimal("1234567890.12345678901"));
        assertThat(patch("{'amount': 0.10}").amount()).isEqualTo(new BigDecimal("0.10"));
    }

    static Stream<Arguments> badPatches() {
        return Stream.of(
                arguments("[]", "", "validation.type"),
                arguments("1", "", "validation.type"),
                arguments("{'nothing': 1}", "/nothing", "validation.unknown-member"),
                arguments("{'nothing': null}", "/nothing", "validation.unknown-member"),
                arguments("{'code': null}", "/code", "validation.required"),
                arguments("{'code': 1}", "/code", "validation.type"),
                arguments("{'code': '\\u0000'}", "/code", "validation.characters"),
                arguments("{'colour': 'blue'}", "/colour", "validation.one-of"),
                arguments("{'owner': {'email': 1}}", "/owner/email", "validation.type"),
                arguments("{'owner': {'email': 'A'}}", "/owner/email", "validation.email"),
                arguments("{'percent': 1, 'percent': 2}", "", "validation.json"),
                arguments("{'code': " + "[".repeat(60) + "]".repeat(60) + "}", "", "validation.json"));
    }

    @ParameterizedTest
    @MethodSource("badPatches")
    void tellsAMistakeInAPatchWithItsPlace(String json, String pointer, String key) {
        assertInvalidKey(() -> patch(json), pointer, key);
    }

    private Body patch(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return binding.patch(binding.bind(body, JsonNode.class), PRESENT, Body.class);
    }

    private Body bind(String json) {
        return binding.bind(json.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static void assertInvalidKey(ThrowingCallable call, String pointer, String key) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
                    assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
                    assertThat(problem.errors())
                            .extracting(error -> error.detail().key())
                            .containsExactly(key);
                });
    }

    private static void assertInvalid(ThrowingCallable call, FieldError error) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors()).containsExactly(error));
    }
}
