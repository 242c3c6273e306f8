package io.tenantry.platform.page;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The last row of a page: where the next one begins. Clients carry it as opaque text.
 *
 * @param sort the order it belongs to, with its sign
 * @param value the row's sort key
 */
record Cursor(String sort, String value, UUID id) {

    private static final int MAX_LENGTH = 3_000;

    String encoded() {
        String text = sort + '\n' + id + '\n' + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code validation} for anything this class did not encode for the same order */
    static Cursor decode(String encoded, String sort) {
        if (encoded.length() > MAX_LENGTH) {
            throw malformed();
        }
        String[] parts = text(encoded).split("\n", 3);
        if (parts.length != 3 || !parts[0].equals(sort) || parts[2].indexOf('\0') >= 0) {
            throw malformed();
        }
        return new Cursor(sort, parts[2], Ids.parse(parts[1]).orElseThrow(Cursor::malformed));
    }

    private static String text(String encoded) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    static ProblemException malformed() {
        return ProblemException.invalid("/cursor", "validation.cursor");
    }
}
