package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a member's browser has to load, if every page of the organization is opened and no chart is drawn. */
class PageSizeTest {

    private static final long BUDGET = 300L * 1024;
    private static final Path ASSETS = PageTexts.WEBAPP.resolve("assets");
    private static final Path LIBRARIES = Path.of("target/page-libraries/META-INF/resources/_static");
    private static final Pattern LIBRARY = Pattern.compile("from '\\.\\./vendor/lit-html/([^']+)'");

    @Test
    void scriptsAndStylesStayWithinTheirBudget() {
        List<Path> own = Stream.of(".js", ".css")
                .flatMap(ending -> PageTexts.files(ASSETS, ending).stream())
                .filter(file -> !file.startsWith(ASSETS.resolve("features/admin")))
                .toList();
        List<Path> libraries = LIBRARY.matcher(PageTexts.read(ASSETS.resolve("core/lit.js")))
                .results()
                .map(found -> library(found.group(1)))
                .toList();

        assertThat(own).hasSizeGreaterThan(20);
        assertThat(libraries).hasSizeGreaterThan(3);
        assertThat(Stream.of(own, libraries)
                        .flatMap(List::stream)
                        .mapToLong(PageSizeTest::packed)
                        .sum())
                .isBetween(10_000L, BUDGET);
    }

    private static Path library(String name) {
        return PageTexts.files(LIBRARIES.resolve("lit-html"), name).get(0);
    }

    private static long packed(Path file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }
}
