package io.tenantry.web.csv;

import io.tenantry.platform.imports.LineError;
import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param rows lines besides the head
 * @param valid how many of them can be imported
 * @param imported how many were
 * @param errorCount how many errors there are; {@code errors} has the first of them
 */
public record ImportView(boolean dryRun, int rows, int valid, int imported, int errorCount, List<ErrorView> errors) {

    private static final int SHOWN = 1_000;

    /** {@code line} as in the file; {@code column}: its name, {@code null} for the line as a whole. */
    public record ErrorView(int line, String column, String detail) {}

    /** @throws ProblemException {@code validation} if lines are wrong and therefore none was imported */
    static ImportView of(Lines<?> lines, boolean dryRun, Locale language) {
        List<LineError> errors = lines.errors();
        int valid = lines.valid().size();
        if (!dryRun && !lines.isPartly() && !errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.VALIDATION,
                    Text.of("problem.validation.detail"),
                    errors.stream().limit(SHOWN).map(ImportView::pointed).toList(),
                    Map.of("rows", lines.count(), "valid", valid, "errorCount", errors.size()));
        }
        return new ImportView(
                dryRun,
                lines.count(),
                valid,
                dryRun ? 0 : valid,
                errors.size(),
                errors.stream()
                        .limit(SHOWN)
                        .map(e -> new ErrorView(e.line(), e.column(), Texts.resolve(e.detail(), language)))
                        .toList());
    }

    private static FieldError pointed(LineError error) {
        String column = error.column() == null ? "" : "/" + error.column();
        return new FieldError("/" + error.line() + column, error.detail());
    }
}
