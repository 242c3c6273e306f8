package io.tenantry.billing.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is loaded, whatever stands in the page. */
class PrinterTest {

    private static final String PICTURE = "data:image/png;base64,"
            + Base64.getEncoder().encodeToString(Samples.logo(20, 20).content());

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @TempDir
    Path directory;

    @BeforeEach
    void listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @Test
    void asksNoServer() throws IOException {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();

        print("""
                <html><head><link rel="stylesheet" href="%1$s/link.css"/>
                <style>@import url(%1$s/import.css);
                @font-face { font-family: f; src: url(%1$s/font.ttf); }
                body { font-family: 'Source Sans Pro'; background-image: url(%1$s/background.png); }
                p { font-family: f, 'Source Sans Pro'; }
                li { list-style-image: url(%1$s/list.png); }</style></head>
                <body><img src="%1$s/image.png"/><object data="%1$s/object"></object><ul><li>a</li></ul>
                <p>text</p><iframe src="%1$s/frame"/></body></html>
                """.formatted(address), PICTURE);

        assertThat(asked).isEmpty();
    }

    @Test
    void takesNoDocumentType() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();

        assertThatThrownBy(() -> print("""
                        <!DOCTYPE html SYSTEM "%1$s/dtd" [<!ENTITY x SYSTEM "%1$s/entity">]>
                        <html><body>&x;</body></html>
                        """.formatted(address), "")).hasMessageContaining("DOCTYPE");
        assertThat(asked).isEmpty();
    }

    @Test
    void readsNoFile() throws IOException {
        Path picture = directory.resolve("picture.png");
        Files.write(picture, Samples.logo(20, 20).content());

        assertThat(pictures(picture.toUri().toString(), PICTURE)).isZero();
        assertThat(pictures(picture.toString(), "")).isZero();
    }

    @Test
    void showsThatOnePicture() throws IOException {
        assertThat(pictures(PICTURE, PICTURE)).isEqualTo(1);
        assertThat(pictures(PICTURE, "")).isZero();
    }

    private static int pictures(String address, String allowed) throws IOException {
        try (PDDocument document = Printer.print("""
                <html><head><style>body { font-family: 'Source Sans Pro'; }</style></head>
                <body><p>text</p><img src="%s" alt=""/></body></html>
                """.formatted(address), allowed)) {
            int pictures = 0;
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                pictures += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return pictures;
        }
    }

    private static void print(String html, String picture) throws IOException {
        Printer.print(html, picture).close();
    }
}
