package io.tenantry.web.tenant;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tenantry.tenant.activity.ActivityEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes entries of the activity log as CSV (RFC 4180), which a spreadsheet may open without harm. */
final class ActivityCsv {

    private static final String[] HEAD = {
        "id",
        "at",
        "actor",
        "actorId",
        "actorKind",
        "actingAs",
        "action",
        "entity",
        "entityId",
        "before",
        "after",
        "requestId"
    };

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final CsvWriter csv;

    ActivityCsv(OutputStream stream) {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEAD);
    }

    void write(Collection<ActivityEntry> entries) {
        entries.forEach(this::write);
    }

    private void write(ActivityEntry entry) {
        csv.writeRecord(Stream.of(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.actorId(),
                        entry.actorKind(),
                        entry.actingAs(),
                        entry.action(),
                        entry.entity(),
                        entry.entityId(),
                        entry.before(),
                        entry.after(),
                        entry.requestId())
                .map(value -> harmless(Objects.toString(value, "")))
                .toArray(String[]::new));
    }

    /** Leaves closing the stream to the server. */
    void finish() throws IOException {
        csv.flush();
        out.flush();
    }

    static String harmless(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
