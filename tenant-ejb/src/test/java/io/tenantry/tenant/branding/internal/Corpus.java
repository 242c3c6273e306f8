package io.tenantry.tenant.branding.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Samples in one file of the test resources; each begins with a line {@code === name}. */
public record Corpus(String name, String text) {

    public static Stream<Corpus> of(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream("/branding/" + file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(Corpus::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus parse(String section) {
        int end = section.indexOf('\n');
        return new Corpus(section.substring(0, end), section.substring(end + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
