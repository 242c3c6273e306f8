package io.tenantry.web.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of CSV (RFC 4180) with a head line, separated by commas or, as spreadsheets do where the comma is for decimals, by
 * semicolons.
 */
record CsvTable(List<String> head, List<Row> rows) {

    static final int MAX_ROWS = 10_000;

    /**
     * @param line in the file, from 1, where it begins
     * @param cells as they were before they were made harmless
     */
    record Row(int line, List<String> cells) {}

    /** @throws ProblemException {@code validation} for a file that cannot be read as a whole */
    static CsvTable read(byte[] file) {
        String text = text(file);
        List<Row> rows = new ArrayList<>();
        int line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                line = (int) record.getStartingLineNumber();
                if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(
                            line,
                            record.getFields().stream().map(CsvText::restored).toList()));
                }
                if (rows.size() > MAX_ROWS + 1) {
                    throw ProblemException.invalid("", "validation.csv-rows", MAX_ROWS);
                }
            }
        } catch (CsvParseException e) {
            throw ProblemException.invalid("", "validation.csv", line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty()) {
            throw ProblemException.invalid("", "validation.body");
        }
        return new CsvTable(rows.get(0).cells().stream().map(String::strip).toList(), rows.subList(1, rows.size()));
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("", "validation.csv-encoding");
        }
    }

    /** The one that the first line has more of. Names of columns have neither. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        return semicolons > first.chars().filter(c -> c == ',').count() ? ';' : ',';
    }
}
