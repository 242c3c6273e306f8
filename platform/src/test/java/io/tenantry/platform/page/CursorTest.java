package io.tenantry.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = new UUID(1, 2);
    private static final String LINES = "-code\n" + ID + "\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "A-1", "two\nlines", "ñ 印 \uD83D\uDE00", "2026-03-01T10:00:00Z"})
    void comesBackAsItWas(String value) {
        Cursor cursor = new Cursor("-code", value, ID);

        assertThat(Cursor.decode(cursor.encoded(), "-code")).isEqualTo(cursor);
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    static List<String> hostile() {
        return List.of(
                "",
                " ",
                "!",
                "%00",
                base64(LINES + "A".repeat(3_000)),
                base64(""),
                base64("-code"),
                base64("-code\n" + ID),
                base64("code\n" + ID + "\nA"),
                base64("createdAt\n" + ID + "\nA"),
                base64("-code\nnot an id\nA"),
                base64("-code\n1-1-1-1-1\nA"),
                base64(LINES + "A\0"),
                Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe}),
                Base64.getUrlEncoder().encodeToString((LINES + "\u00e9").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatItDidNotEncodeIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, "-code"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem ->
                        assertThat(problem.errors()).containsExactly(FieldError.of("/cursor", "validation.cursor")));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
