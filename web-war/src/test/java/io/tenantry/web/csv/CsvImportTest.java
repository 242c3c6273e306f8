package io.tenantry.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.web.http.OnceForTenant;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What happens inside and outside of the transaction that keeps the answer. */
class CsvImportTest {

    record Body(String code) {}

    private final List<String> steps = new ArrayList<>();

    @Test
    void aDryRunIsOutside() {
        run("true");
        assertThat(steps).containsExactly("read", "rehearsed");
    }

    @Test
    void theFileIsReadBeforeItBegins() {
        run("false");
        assertThat(steps).containsExactly("read", "begun", "entered");
    }

    private void run(String dryRun) {
        CsvImport csvImport = new CsvImport();
        csvImport.customFields = new CustomFields() {
            @Override
            public List<CustomFieldView> fields(String entity) {
                steps.add("read");
                return List.of();
            }
        };
        csvImport.once = new OnceForTenant.Once() {
            @Override
            public Response call(Supplier<Response> work) {
                steps.add("begun");
                return work.get();
            }
        };
        ImportParameters parameters = new ImportParameters();
        parameters.dryRun = dryRun;
        CsvImport.Target<Body> target = new CsvImport.Target<>(
                "precintos", Body.class, lines -> refused("rehearsed"), lines -> refused("entered"));
        CsvFile file = new CsvFile("code\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> csvImport.run(file, parameters, "en", target)).isInstanceOf(ProblemException.class);
    }

    /** No answer, because those are made by a server. */
    private Lines<?> refused(String step) {
        steps.add(step);
        throw ProblemException.notFound();
    }
}
