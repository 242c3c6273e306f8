package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all modules but of the pages: complete in both languages, and there for every key the program names. */
class MessagesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> MODULES = List.of("platform", "tenant-ejb", "billing-ejb", "cmo-ejb", "web-war");

    /** A key written out in the program: all but the ones put together from parts, which end in a dot. */
    private static final Pattern KEY = Pattern.compile(
            "(?:Text\\.of|FieldError\\.of|conflict|invalid|new Text|new LineText)\\(\\s*(?:\"[^\"]*\"|[^\",;()]+|\"/\" \\+ \\w+)?,?\\s*\"([a-z]+\\.[a-z.-]*[a-z])\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-zA-Z][a-zA-Z.-]*[a-zA-Z])\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final Map<String, Properties> ENGLISH = bundles("en");
    private static final Map<String, Properties> SPANISH = bundles("es");

    static Set<String> bundleNames() {
        return ENGLISH.keySet();
    }

    @Test
    void everyModuleWithTextsIsSeen() {
        assertThat(ENGLISH).containsOnlyKeys("billing", "cmo", "problem", "tenant", "validation");
        assertThat(SPANISH).containsOnlyKeys(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(SPANISH.get(bundle).stringPropertyNames())
                .isEqualTo(ENGLISH.get(bundle).stringPropertyNames())
                .allMatch(key -> key.startsWith(bundle + "."));
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void everyTextIsAPatternThatKeepsItsPlaceholders(String bundle) {
        for (Properties texts : List.of(ENGLISH.get(bundle), SPANISH.get(bundle))) {
            assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
                String text = texts.getProperty(key);
                assertThat(text).isNotBlank();
                assertThat(text.replace("''", ""))
                        .as("a lone apostrophe in %s", key)
                        .doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex())
                        .as("placeholders of %s", key)
                        .hasSize(placeholders(text).size());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void bothLanguagesFillInTheSameArguments(String bundle) {
        assertThat(ENGLISH.get(bundle).stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(SPANISH.get(bundle).getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(ENGLISH.get(bundle).getProperty(key))));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasATitleAndADetail(ProblemType type) {
        for (Locale language : Texts.LANGUAGES) {
            for (String part : List.of("title", "detail")) {
                assertThat(Texts.resolve(Text.of("problem." + type.slug() + "." + part), language))
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyProblemTextBelongsToAProblem() {
        Set<String> known = Stream.of(ProblemType.values())
                .flatMap(type -> Stream.of("title", "detail").map(part -> "problem." + type.slug() + "." + part))
                .collect(Collectors.toSet());

        assertThat(ENGLISH.get("problem").stringPropertyNames()).isEqualTo(known);
    }

    @Test
    void everyKeyInTheProgramHasAText() {
        Set<String> used = inSources(KEY);

        assertThat(used).hasSizeGreaterThan(20).contains("validation.reference", "cmo.referenced", "tenant.slug-taken");
        assertThat(known()).containsAll(used);
    }

    @Test
    void everyLiteralThatLooksLikeAKeyHasAText() {
        Set<String> literals = inSources(LITERAL).stream()
                .filter(literal -> ENGLISH.containsKey(literal.substring(0, literal.indexOf('.'))))
                .collect(Collectors.toSet());

        assertThat(known()).containsAll(literals);
    }

    @Test
    void everyTextIsUsed() {
        Set<String> literals = inSources(LITERAL);

        assertThat(known())
                // put together from parts: problem.<type>.<part>, billing.pricing.<what>, <bundle>.permission.<name>,
                // <bundle>.event.<code>, tenant.role.<code>
                .filteredOn(key -> !key.startsWith("problem.") && !key.startsWith("billing."))
                .filteredOn(key ->
                        !key.contains(".permission.") && !key.contains(".event.") && !key.startsWith("tenant.role."))
                .allMatch(literals::contains);
    }

    private static Set<String> known() {
        return ENGLISH.values().stream()
                .flatMap(texts -> texts.stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** What the group of {@code pattern} matches in the program. */
    private static Set<String> inSources(Pattern pattern) {
        return MODULES.stream()
                .flatMap(module -> sources(ROOT.resolve(module).resolve("src/main/java")))
                .flatMap(source -> pattern.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(MessagesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Properties> bundles(String language) {
        Map<String, Properties> bundles = new TreeMap<>();
        String ending = "_" + language + ".properties";
        for (String module : MODULES) {
            Path directory = ROOT.resolve(module).resolve("src/main/resources/messages");
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    files.filter(file -> file.toString().endsWith(ending))
                            .forEach(file ->
                                    bundles.put(file.getFileName().toString().replace(ending, ""), properties(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return bundles;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
