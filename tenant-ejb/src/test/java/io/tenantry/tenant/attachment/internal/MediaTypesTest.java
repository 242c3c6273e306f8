package io.tenantry.tenant.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TYPES = "[Content_Types].xml";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7\\n|a.png|application/pdf",
                "GIF89a|a.txt|image/gif",
                "\u00ff\u00d8\u00ff\u00e0\\0\u0010JFIF|a|image/jpeg",
                "\u0089PNG\\r\\n\u001a\\n|a|image/png",
                "RIFF\\0\\0\\0\\0WEBPVP8 |a|image/webp",
                "\\0\\0\\0\u0018ftypheic\\0\\0\\0\\0|a|image/heic",
                "hello|a.txt|text/plain",
                "hello|a.html|text/plain",
                "a;b|a.CSV|text/csv",
                "<html><p>|a.txt|text/html",
                "<html><p>|a.csv|text/html",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>|a.png|image/svg+xml",
                "\\0\u0001\u0002|a.txt|application/octet-stream"
            })
    void theBytesDecide(String content, String name, String type) throws IOException {
        String bytes = content.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
        assertThat(of(name, bytes.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }

    @Test
    void archivesAreOfficeDocumentsOnlyByTheirParts() throws IOException {
        assertThat(of("a.zip", zip(TYPES, "word/document.xml"))).isEqualTo(WORD);
        assertThat(of("a.zip", zip("word/document.xml", TYPES))).isEqualTo(WORD);
        assertThat(of("a.zip", zip(TYPES, "xl/workbook.xml"))).isEqualTo(SHEET);
        for (byte[] none : new byte[][] {
            zip("a.exe"),
            zip(TYPES),
            zip("word/document.xml"),
            zip(TYPES, "word/document.xml", "word/vbaProject.bin"),
            "PK\u0003\u0004 and nothing else".getBytes(StandardCharsets.ISO_8859_1)
        }) {
            assertThat(of("a.docx", none)).isNotIn(WORD, SHEET);
        }
    }

    // attack case 27
    @ParameterizedTest
    @ValueSource(strings = {"bat", "cmd", "hta", "ps1", "vbs", "JS", "url", "lnk", "html", "sh", "exe", "svg", "pdf"})
    void aTextIsCalledOne(String ending) throws IOException {
        FileName name = FileName.of("run." + ending);
        try (ReceivedFile file = ReceivedFile.read(name, new ByteArrayInputStream("start calc".getBytes()), 100)) {
            assertThat(file.name()).isEqualTo("run." + ending + ".txt");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf,a.pdf,a.pdf",
        "application/pdf,a.exe,a.exe.pdf",
        "image/jpeg,a.JPG,a.JPG",
        "image/jpeg,a.jpeg,a.jpeg",
        "image/jpeg,a.png,a.png.jpg",
        "image/png,a.hta,a.hta.png",
        "image/webp,a.webp,a.webp",
        "image/heic,a.heic,a.heic",
        "image/gif,a.gif,a.gif",
        "text/plain,a.txt,a.txt",
        "text/plain,a.log,a.log",
        "text/plain,README.md,README.md",
        "text/plain,README,README",
        "text/csv,a.csv,a.csv",
        "application/vnd.oasis.opendocument.text,a.odt,a.odt",
        WORD + ",a.docx,a.docx",
        WORD + ",a.docm,a.docm.docx",
        SHEET + ",a.xlsx,a.xlsx"
    })
    void aNameEndsAsItsTypeDoes(String type, String given, String kept) {
        assertThat(MediaTypes.fitting(FileName.of(given), type).text()).isEqualTo(kept);
    }

    @Test
    void aLongNameEndsSoToo() {
        FileName name = FileName.of("a".repeat(196) + ".bat");
        assertThat(MediaTypes.fitting(name, "text/plain").text()).hasSize(200).endsWith("a.txt");
    }

    @Test
    void anOpenDocumentNamesItself() throws IOException {
        assertThat(of("a", openDocument())).isEqualTo("application/vnd.oasis.opendocument.text");
    }

    private String of(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("file"), content);
        return MediaTypes.of(file, FileName.of(name));
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument() throws IOException {
        byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("mimetype");
            CRC32 checksum = new CRC32();
            checksum.update(type);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
        }
        return bytes.toByteArray();
    }
}
