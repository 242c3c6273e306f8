package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the pages: the same in both languages, loaded where they are asked for, and none left over. */
class PageTextsTest {

    private static final Map<String, Map<String, String>> ENGLISH = PageTexts.bundles("en");
    private static final Map<String, Map<String, String>> SPANISH = PageTexts.bundles("es");
    /** What keys begin with. */
    private static final Set<String> AREAS = ENGLISH.values().stream()
            .flatMap(texts -> texts.keySet().stream())
            .map(PageTextsTest::area)
            .collect(Collectors.toSet());

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static Set<String> bundleNames() {
        return ENGLISH.keySet();
    }

    static List<Path> sources() {
        return PageTexts.sources();
    }

    @Test
    void everyFeatureHasBothLanguages() {
        assertThat(ENGLISH).containsKeys(PageTexts.COMMON, "seals");
        assertThat(SPANISH).containsOnlyKeys(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void bothLanguagesHaveTheSameKeysInOrder(String bundle) {
        assertThat(SPANISH.get(bundle).keySet())
                .containsExactlyElementsOf(ENGLISH.get(bundle).keySet());
        assertThat(List.copyOf(ENGLISH.get(bundle).keySet())).isSorted();
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void bothLanguagesSaySomethingWithTheSamePlaceholders(String bundle) {
        assertThat(ENGLISH.get(bundle)).allSatisfy((key, text) -> {
            String spanish = SPANISH.get(bundle).get(key);
            assertThat(text).as(key).isNotBlank();
            assertThat(spanish).as(key).isNotBlank();
            assertThat(placeholders(spanish)).as(key).isEqualTo(placeholders(text));
        });
    }

    /** Else what is shown would depend on which page was opened before. */
    @Test
    void noKeyIsInTwoBundles() {
        assertThat(ENGLISH.values().stream().flatMap(texts -> texts.keySet().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyKeyThatIsAskedForIsLoadedThere(Path file) {
        Set<String> known = PageTexts.known(file);

        assertThat(PageTexts.asked(file))
                .filteredOn(key -> !known.contains(key))
                .isEmpty();
        assertThat(PageTexts.composed(file).entrySet())
                .filteredOn(key -> AREAS.contains(area(key.getKey())))
                .filteredOn(key -> known.stream().noneMatch(key.getValue().asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        Set<String> literals = new TreeSet<>();
        Set<Pattern> composed = sources().stream()
                .peek(file -> literals.addAll(PageTexts.literals(file)))
                .flatMap(file -> PageTexts.composed(file).values().stream())
                .collect(Collectors.toSet());

        assertThat(ENGLISH.values().stream().flatMap(texts -> texts.keySet().stream()))
                .filteredOn(key -> !literals.contains(key))
                .filteredOn(key -> composed.stream()
                        .noneMatch(pattern -> pattern.matcher(key).matches()))
                .as("used nowhere")
                .isEmpty();
    }

    private static String area(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
