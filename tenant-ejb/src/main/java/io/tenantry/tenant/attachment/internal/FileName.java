package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.problem.ProblemException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The name of a file, of which nothing is left that could lead elsewhere or look like something else. */
record FileName(String text) {

    private static final int MOST = 200;

    /** Directions and invisible characters are of the kind {@code FORMAT}. */
    private static final Set<Integer> REMOVED = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    /** @throws ProblemException {@code validation} if nothing is left of it */
    static FileName of(String given) {
        String last =
                given == null ? "" : given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> !REMOVED.contains(Character.getType(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (clean.isEmpty()) {
            throw ProblemException.invalid("/name", "tenant.attachment-name");
        }
        return new FileName(shortened(clean));
    }

    /** Without the dot, in lower case; empty if there is none. */
    String ending() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    FileName withEnding(String ending) {
        return new FileName(shortened(text + "." + ending));
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        if (name.length() <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 20 ? "" : name.substring(dot);
        int end = MOST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
