package io.tenantry.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads instants and days as RFC 3339 writes them. */
public final class Instants {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    private Instants() {}

    /** @throws DateTimeException for other forms, and outside of the years 1900 to 2999 */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }

    /** @throws DateTimeException for other forms than {@code 2026-10-01}, and outside of the years 1900 to 2999 */
    public static LocalDate parseDay(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new DateTimeException("out of range");
        }
        return day;
    }
}
