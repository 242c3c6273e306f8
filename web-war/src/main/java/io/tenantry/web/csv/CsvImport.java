package io.tenantry.web.csv;

import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.web.http.OnceForTenant;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * Reads a file and hands its lines to the use case of a module, honouring {@code Idempotency-Key}. The transaction that
 * keeps the answer begins after the file is read, and there is none around a dry run, which keeps nothing.
 */
@ApplicationScoped
public class CsvImport {

    @Inject
    BodyBinding binding;

    @Inject
    CustomFields customFields;

    @Inject
    OnceForTenant.Once once;

    /**
     * Where the lines go.
     *
     * @param entity whose custom fields there may be
     * @param line a record that stands for a line, as it would for a JSON body
     * @param rehearse enters the lines and takes that back
     * @param enter enters the lines if they may be entered
     */
    public record Target<V>(
            String entity, Class<V> line, Function<Lines<V>, Lines<?>> rehearse, Function<Lines<V>, Lines<?>> enter) {}

    /**
     * @param acceptLanguage of the request
     * @throws ProblemException {@code validation}, and what the use case throws
     */
    public <V> Response run(CsvFile file, ImportParameters parameters, String acceptLanguage, Target<V> target) {
        boolean dryRun = parameters.isDryRun();
        boolean partly = parameters.isPartly();
        Lines<V> lines = lines(CsvTable.read(file == null ? new byte[0] : file.bytes()), target, partly);
        if (dryRun) {
            return answer(target.rehearse().apply(lines), true, acceptLanguage);
        }
        return once.call(() -> answer(target.enter().apply(lines), false, acceptLanguage));
    }

    private static Response answer(Lines<?> told, boolean dryRun, String acceptLanguage) {
        return Response.ok(ImportView.of(told, dryRun, Texts.negotiate(acceptLanguage)))
                .build();
    }

    private <V> Lines<V> lines(CsvTable table, Target<V> target, boolean partly) {
        CsvRows rows = new CsvRows(table.head(), target.line(), customFields.fields(target.entity()));
        Lines<V> lines = new Lines<>(table.rows().size(), partly);
        table.rows().forEach(row -> {
            if (row.cells().size() != rows.width()) {
                lines.reject(row.line(), null, Text.of("validation.csv-cells", rows.width()));
                return;
            }
            try {
                lines.add(row.line(), binding.bind(rows.body(row.cells()), target.line()));
            } catch (ProblemException problem) {
                lines.reject(row.line(), problem);
            }
        });
        return lines;
    }
}
