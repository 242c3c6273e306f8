package io.tenantry.web.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A whole list as CSV (RFC 4180).
 *
 * @param file name under which it is saved
 * @param head names of the columns
 * @param cells of an item, in the order of the columns
 */
public record CsvList<T>(String file, List<String> head, Function<T, String[]> cells) {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final int PAGE = 200;

    public CsvList {
        head = List.copyOf(head);
    }

    /**
     * Whether CSV is asked for rather than JSON.
     *
     * @param format {@code csv} or {@code json}, instead of {@code Accept}; may be {@code null}
     * @throws ProblemException {@code validation} for another one
     */
    public static boolean isWanted(String format, Request request) {
        if (format == null) {
            Variant wanted = request.selectVariant(
                    Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).build());
            return wanted != null && CSV.isCompatible(wanted.getMediaType());
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw ProblemException.invalid("/format", "validation.one-of", "json, csv");
        };
    }

    /** All items, page by page: the first is read before the answer begins, so that an error still is one. */
    public Response answer(Function<PageRequest, Page<T>> pages) {
        return answer(null, pages);
    }

    /**
     * Likewise, in an order.
     *
     * @param sort as of {@link PageRequest}
     */
    public Response answer(String sort, Function<PageRequest, Page<T>> pages) {
        Function<String, Page<T>> from = cursor -> pages.apply(new PageRequest(PAGE, cursor, sort));
        Page<T> first = from.apply(null);
        StreamingOutput body = output -> write(output, first, from);
        return Response.ok(body, CSV.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    /**
     * Leaves closing the stream to the server.
     *
     * @param from the page at a cursor
     */
    public void write(OutputStream stream, Page<T> first, Function<String, Page<T>> from) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(head);
        write(csv, first);
        for (String cursor = first.nextCursor(); cursor != null; ) {
            Page<T> page = from.apply(cursor);
            write(csv, page);
            cursor = page.nextCursor();
        }
        csv.flush();
        out.flush();
    }

    private void write(CsvWriter csv, Page<T> page) {
        page.items().forEach(item -> csv.writeRecord(cells.apply(item)));
    }
}
