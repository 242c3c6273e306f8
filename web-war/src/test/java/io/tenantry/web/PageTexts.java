package io.tenantry.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages' scripts and their texts, as they are in the sources. */
final class PageTexts {

    static final Path WEBAPP = Path.of("src", "main", "webapp").toAbsolutePath();

    /** The name of the texts that every page has. */
    static final String COMMON = "";

    private static final Path FEATURES = WEBAPP.resolve("assets/features");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*['\"`]([\\w.-]+)['\"`]");
    private static final Pattern IN_MARKUP = Pattern.compile("data-i18n(?:-\\w+)?=\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("['\"`]([a-z]\\w*(?:\\.[\\w-]+)+)['\"`]");
    private static final Pattern COMPOSED =
            Pattern.compile("`([a-z]\\w*\\.[^`\\s]*\\$\\{[^`\\s]*|\\$\\{[\\w.()]+}\\.[a-z]\\w*\\.[^`\\s]*)`");
    private static final Pattern LOADED = Pattern.compile("useTexts\\('([\\w-]+)'\\)|texts(?::| =) '([\\w-]+)'");

    private PageTexts() {}

    /** The texts of a language by the feature they are for, in the order of their file. */
    static Map<String, Map<String, String>> bundles(String language) {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        bundles.put(COMMON, texts(WEBAPP.resolve("assets/i18n/" + language + ".json")));
        files(FEATURES, "i18n/" + language + ".json")
                .forEach(
                        file -> bundles.put(FEATURES.relativize(file).getName(0).toString(), texts(file)));
        return bundles;
    }

    static List<Path> sources() {
        return Stream.of(".js", ".html")
                .flatMap(ending -> files(WEBAPP, ending).stream())
                .toList();
    }

    /** The keys that are there when the code of a file runs. */
    static Set<String> known(Path file) {
        Map<String, Map<String, String>> all = bundles("en");
        Set<String> known = new TreeSet<>(all.get(COMMON).keySet());
        Set<String> features = new TreeSet<>();
        if (file.startsWith(FEATURES)) {
            features.add(FEATURES.relativize(file).getName(0).toString());
        }
        LOADED.matcher(read(file))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .forEach(features::add);
        features.forEach(
                feature -> known.addAll(all.getOrDefault(feature, Map.of()).keySet()));
        return known;
    }

    /** The keys a file asks for by name. */
    static Set<String> asked(Path file) {
        String source = read(file);
        return Stream.of(ASKED, IN_MARKUP)
                .flatMap(pattern -> pattern.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is written in a file as a key would be. */
    static Set<String> literals(Path file) {
        return Stream.of(LITERAL, IN_MARKUP)
                .flatMap(pattern -> pattern.matcher(read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What matches the keys that a file puts together from parts, of which it knows the first. */
    static Map<String, Pattern> composed(Path file) {
        return COMPOSED.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toMap(key -> key, PageTexts::pattern, (one, other) -> one));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String key) {
        Matcher part = Pattern.compile("\\$\\{[^}]*}").matcher(key);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (part.find()) {
            pattern.append(Pattern.quote(key.substring(end, part.start()))).append("[\\w.-]+");
            end = part.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(key.substring(end))).toString());
    }

    private static Map<String, String> texts(Path file) {
        try {
            return new ObjectMapper().readValue(read(file), new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
