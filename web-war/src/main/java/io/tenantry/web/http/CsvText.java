package io.tenantry.web.http;

/** Texts in cells of CSV, which a spreadsheet may open without harm (OWASP, CSV Injection). */
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r";
    private static final char MARK = '\'';

    private CsvText() {}

    /** What a spreadsheet would take for a formula is marked as text. */
    public static String harmless(String value) {
        return isFormula(value) || isMarked(value) ? MARK + value : value;
    }

    /** Takes the mark away again; so {@code restored(harmless(value))} is the value. */
    public static String restored(String cell) {
        return isMarked(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }

    /** Also a mark before a mark, or a value that looks like a marked one would lose its own. */
    private static boolean isMarked(String value) {
        return value.length() > 1
                && value.charAt(0) == MARK
                && (value.charAt(1) == MARK || FORMULA.indexOf(value.charAt(1)) >= 0);
    }
}
