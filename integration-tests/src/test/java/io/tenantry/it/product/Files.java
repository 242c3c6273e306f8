package io.tenantry.it.product;

import static io.tenantry.it.product.Domain.TRANSITOS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are attached to transits. */
public final class Files {

    private static final byte[] PDF_HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private Files() {}

    public static String of(String transito) {
        return TRANSITOS + "/" + transito + "/attachments";
    }

    /** A PDF as far as its first bytes go, otherwise random: always the same for a size. */
    public static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(PDF_HEAD, 0, bytes, 0, Math.min(size, PDF_HEAD.length));
        return bytes;
    }

    public static Answer add(Api api, String transito, String name, byte[] content) {
        return api.with("Content-Type", "application/octet-stream").post(of(transito) + "?name=" + name, content);
    }

    /** An address for whoever has it, on the product's own host. */
    public static String link(Api api, String attachment, Object body) {
        String url = api.post(attachment + "/link", body).expect(200).text("url");
        return url.substring(url.indexOf("/api/"));
    }

    /** An archive with these entries, all of them empty. */
    public static byte[] zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
