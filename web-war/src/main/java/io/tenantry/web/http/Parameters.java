package io.tenantry.web.http;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.json.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads texts of paths, queries and headers. */
public final class Parameters {

    private static final int MAX_SEARCH = 100;

    private Parameters() {}

    /** An id in a path: what is none cannot exist. */
    public static UUID id(String text) {
        return Ids.parse(text).orElseThrow(ProblemException::notFound);
    }

    /** An id in a query, {@code null} if not given. */
    public static UUID idOrNull(String name, String text) {
        return text == null
                ? null
                : Ids.parse(text).orElseThrow(() -> ProblemException.invalid("/" + name, "validation.type"));
    }

    /** One of an enum's names, {@code null} if not given. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String name, String text) {
        if (text == null) {
            return null;
        }
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/" + name,
                        "validation.one-of",
                        Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Some of an enum's names, with commas between them; none if not given. */
    public static <E extends Enum<E>> Set<E> someOf(Class<E> type, String name, String text) {
        return text == null
                ? Set.of()
                : Stream.of(text.split(",", -1))
                        .map(one -> oneOf(type, name, one))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code true} or {@code false}, which it is if not given. */
    public static boolean flag(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ProblemException.invalid("/" + name, "validation.one-of", "true, false");
    }

    /** A whole number from 0 to 999,999,999, {@code null} if not given. */
    public static Integer wholeOrNull(String name, String text) {
        if (text == null || text.matches("[0-9]{1,9}")) {
            return text == null ? null : Integer.valueOf(text);
        }
        throw ProblemException.invalid("/" + name, "validation.type");
    }

    /** What is searched for: 1 to 100 characters besides white space around them, {@code null} if not given. */
    public static String searchOrNull(String name, String text) {
        String search = text == null ? null : text.strip();
        if (search != null && (search.isEmpty() || search.length() > MAX_SEARCH)) {
            throw ProblemException.invalid("/" + name, "validation.size", 1, MAX_SEARCH);
        }
        return search;
    }

    /** A language the product has texts in, by its two letters; the default if not given. */
    public static Locale language(String name, String text) {
        if (text == null) {
            return Texts.LANGUAGES.get(0);
        }
        return Texts.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/" + name,
                        "validation.one-of",
                        Texts.LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "))));
    }

    /** An RFC 3339 instant of the years 1900 to 2999, {@code null} if not given. */
    public static Instant instantOrNull(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instants.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/" + name, "validation.type");
        }
    }

    /** A day of the years 1900 to 2999, {@code null} if not given. */
    public static LocalDate dayOrNull(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instants.parseDay(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/" + name, "validation.type");
        }
    }

    /**
     * As {@link #version}, for what two people may edit at once: there the header must be sent.
     *
     * @throws ProblemException {@code precondition-required} without the header
     */
    public static OptionalLong requiredVersion(String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED);
        }
        return version(ifMatch);
    }

    /**
     * The version an {@code If-Match} header asks for (RFC 9110, 13.1.1): empty without one and for {@code *}; a tag that
     * is none of ours matches no version.
     */
    public static OptionalLong version(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        String tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"")
                ? OptionalLong.of(Long.parseLong(tag.substring(1, tag.length() - 1)))
                : OptionalLong.of(-1);
    }
}
