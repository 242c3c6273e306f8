package io.tenantry.platform.problem;

import io.tenantry.platform.text.Text;

/**
 * What is wrong with one member or parameter.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body, or {@code /name} for a parameter
 */
public record FieldError(String pointer, Text detail) {

    public static FieldError of(String pointer, String key, Object... arguments) {
        return new FieldError(pointer, Text.of(key, arguments));
    }
}
