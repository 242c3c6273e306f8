package io.tenantry.platform.imports;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.text.Text;

/**
 * What is wrong with a line.
 *
 * @param line as in the file, from 1
 * @param column its name, {@code null} for the line as a whole
 */
public record LineError(int line, String column, Text detail) {

    private static final String CUSTOM = "/customFields/";

    /** @param error points at a member of the values that the line stands for */
    static LineError of(int line, FieldError error) {
        String pointer = error.pointer();
        if (pointer.startsWith(CUSTOM)) {
            return new LineError(line, "cf." + pointer.substring(CUSTOM.length()), error.detail());
        }
        return new LineError(line, pointer.isEmpty() ? null : pointer.substring(1), error.detail());
    }
}
