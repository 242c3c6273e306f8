package io.tenantry.tenant.customfield.internal;

import io.tenantry.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of custom fields: how a value is written as text, and which column holds it. */
public enum FieldType {
    TEXT("textValue", "text_value", "text", FieldType::text),
    NUMBER("numberKey", "number_value", "numeric", FieldType::number),
    BOOLEAN("booleanValue", "boolean_value", "boolean", FieldType::bool),
    DATE("dateValue", "date_value", "date", FieldType::date),
    SELECT("textValue", "text_value", "text", FieldType::text);

    /** Characters; so many still fit into an index, whatever they are. */
    public static final int MAX_TEXT = 500;

    private static final int MAX_INTEGER_DIGITS = 20;
    private static final int MAX_DECIMALS = 10;

    /** Added to a number, so that none is negative and the order of texts is that of numbers. */
    private static final BigDecimal ABOVE_ALL = BigDecimal.TEN.pow(MAX_INTEGER_DIGITS);

    private static final int KEY_LENGTH = MAX_INTEGER_DIGITS + 1 + 1 + MAX_DECIMALS;

    private static final Map<String, FieldType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FieldType::code, Function.identity()));

    private final String attribute;
    private final String column;
    private final String sqlType;
    private final Function<String, Optional<Object>> parse;

    FieldType(String attribute, String column, String sqlType, Function<String, Optional<Object>> parse) {
        this.attribute = attribute;
        this.column = column;
        this.sqlType = sqlType;
        this.parse = parse;
    }

    /** @throws ProblemException {@code validation} */
    public static FieldType of(String code) {
        return Optional.ofNullable(BY_CODE.get(code))
                .orElseThrow(() -> ProblemException.invalid("/type", "validation.one-of", codes()));
    }

    private static String codes() {
        return Arrays.stream(values()).map(FieldType::code).collect(Collectors.joining(", "));
    }

    /** As the API and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The attribute by which values are compared, in JPQL; with {@link #key} of a value. */
    public String attribute() {
        return attribute;
    }

    /** What stands for a value when it is compared in the database. */
    public static Object key(Object value) {
        if (value instanceof BigDecimal number) {
            String shifted = number.add(ABOVE_ALL).setScale(MAX_DECIMALS).toPlainString();
            return "0".repeat(KEY_LENGTH - shifted.length()) + shifted;
        }
        return value;
    }

    public String column() {
        return column;
    }

    public String sqlType() {
        return sqlType;
    }

    public boolean hasRanges() {
        return this == NUMBER || this == DATE;
    }

    /**
     * The value a text stands for, as it is stored: a text, a number, a boolean or a day.
     *
     * @param options what a select chooses from
     */
    public Optional<Object> parse(String text, List<String> options) {
        return parse.apply(text).filter(value -> this != SELECT || options.contains(text));
    }

    /** The value a cursor carries; an option may have been removed since. */
    public Object ofCursor(String text) {
        return parse.apply(text).orElseThrow(IllegalArgumentException::new);
    }

    /** The value a member of a JSON body stands for. */
    public Optional<Object> read(Object json, List<String> options) {
        return switch (this) {
            case NUMBER -> json instanceof Number number ? parse(number.toString(), options) : Optional.empty();
            case BOOLEAN -> json instanceof Boolean bool ? Optional.of(bool) : Optional.empty();
            default -> json instanceof String text ? parse(text, options) : Optional.empty();
        };
    }

    /** A stored value as JSON has it. */
    public static Object shown(Object value) {
        return value instanceof LocalDate day ? day.toString() : value;
    }

    /** A stored value as text, which {@link #parse} reads back. */
    public static String written(Object value) {
        return value instanceof BigDecimal number ? plain(number).toPlainString() : value.toString();
    }

    private static Optional<Object> text(String text) {
        boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_TEXT;
        return fits && text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }

    /** Looks at the digits before it spells them out: an exponent may stand for gigabytes of them. */
    private static Optional<Object> number(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            boolean fits =
                    number.scale() <= MAX_DECIMALS && (long) number.precision() - number.scale() <= MAX_INTEGER_DIGITS;
            return fits ? Optional.of(plain(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Without trailing zeros, and without exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Object> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.<Object>of(LocalDate.parse(text)).filter(day -> isInRange((LocalDate) day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isInRange(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() <= 2999;
    }
}
