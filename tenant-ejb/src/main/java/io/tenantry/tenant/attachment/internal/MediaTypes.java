package io.tenantry.tenant.attachment.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.EmptyParser;

/** Tells what a file is by its bytes. Its name only tells apart what looks the same: a text that is a table. */
final class MediaTypes {

    private static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes(), EmptyParser.INSTANCE);

    /** By the part that makes such an archive what it is (ECMA-376, part 1). */
    private static final Map<String, String> OFFICE = Map.of(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String TEXT = "text/plain";
    /** Any script is a text; of these endings, none is run. */
    private static final List<String> TEXTS = List.of("txt", "log", "md");

    private MediaTypes() {}

    static String of(Path file, FileName name) throws IOException {
        String type;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            type = TIKA.detect(content);
        }
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> office(file).orElse(type);
            case TEXT -> name.ending().equals("csv") ? "text/csv" : type;
            default -> type;
        };
    }

    /** So that nobody's machine takes it for something else than what it is: with its own ending, if it has another. */
    static FileName fitting(FileName name, String type) {
        List<String> endings = type.equals(TEXT) ? TEXTS : endings(type);
        return name.ending().isEmpty() || endings.contains(name.ending()) ? name : name.withEnding(endings.get(0));
    }

    /** The usual one first. */
    private static List<String> endings(String type) {
        try {
            List<String> endings = MimeTypes.getDefaultMimeTypes().forName(type).getExtensions();
            return endings.isEmpty()
                    ? List.of("bin")
                    : endings.stream().map(ending -> ending.substring(1)).toList();
        } catch (MimeTypeException e) {
            throw new IllegalArgumentException(type, e);
        }
    }

    /** Empty for any other archive, and for documents with macros. */
    private static Optional<String> office(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            return OFFICE.entrySet().stream()
                    .filter(part -> !macros && zip.getEntry("[Content_Types].xml") != null)
                    .filter(part -> zip.getEntry(part.getKey()) != null)
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }
}
