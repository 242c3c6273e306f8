package io.tenantry.tenant.branding.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.branding.internal.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {

    private static final String BEGIN = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
    private static final Pattern ACTIVE = Pattern.compile("(?i)<script|\\son\\w+=|evil|javascript|data:|foreignobject"
            + "|<a[ >]|<animate|<set|<image|<handler|@import|<\\?|<!|passwd|aaaa|href=\"[^#]|base=|[\\\\]|xlink|xhtml");

    static Stream<Corpus> hostile() {
        return Corpus.of("hostile-svg.txt");
    }

    static Stream<Corpus> harmless() {
        return Corpus.of("harmless-svg.txt");
    }

    @ParameterizedTest
    @MethodSource("hostile") // attack case 27
    @Timeout(10)
    void nothingActiveSurvives(Corpus sample) {
        Optional<CleanImage> written = written(sample);

        written.ifPresent(image -> {
            assertThat(image.removed()).isNotEmpty();
            assertThat(text(image)).startsWith("<svg xmlns=").doesNotContainPattern(ACTIVE);
        });
    }

    @Test
    void theHostileAreMany() {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(hostile().filter(sample -> written(sample).isPresent())).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void theHarmlessSurvives(Corpus sample) {
        CleanImage image = written(sample).orElseThrow();

        assertThat(image.mediaType()).isEqualTo("image/svg+xml");
        assertThat(image.removed()).isEmpty();
        assertThat(count("<[a-z]", text(image))).isEqualTo(count("<[a-z]", sample.text()));
        assertThat(text(ImageCleaning.clean(image.content(), 100))).isEqualTo(text(image));
    }

    @Test
    void stylesInAttributesBecomeAttributes() {
        assertThat(clean(BEGIN + "<rect style=\"fill: red; stroke:url(#a);x-y: z\"/></svg>"))
                .isEqualTo(BEGIN + "<rect fill=\"red\" stroke=\"url(#a)\"></rect></svg>");
    }

    @Test
    void elementsOfOtherNamespacesAreLeftOut() {
        assertThat(clean(BEGIN + "<rect xmlns=\"urn:other\" width=\"1\"/><circle r=\"1\"/></svg>"))
                .isEqualTo(BEGIN + "<circle r=\"1\"></circle></svg>");
    }

    @Test
    void textIsKeptWhereTextBelongs() {
        assertThat(clean(BEGIN + "<g>loose</g><text>&lt;b></text></svg>"))
                .isEqualTo(BEGIN + "<g></g><text>&lt;b&gt;</text></svg>");
    }

    @Test
    void aCopyIsOfWhatHasNoCopies() {
        String svg = BEGIN + "<g id=\"a\"><g><use href=\"#b\"/></g></g><use href=\"#a\"/></svg>";
        assertThat(count("<use", clean(svg))).isEqualTo(1);
    }

    @Test
    void tooManyElementsAndTooDeepOnesAreRefused() {
        refused("tenant.image-complex", BEGIN + "<g/>".repeat(5_001) + "</svg>");
        refused("tenant.image-complex", BEGIN + "<g>".repeat(100) + "</g>".repeat(100) + "</svg>");
        refused("tenant.image-complex", BEGIN + "<a>".repeat(100) + "</a>".repeat(100) + "</svg>");
    }

    @Test
    void entitiesAreRefusedWhereverTheyAre() {
        String type = "<!DOCTYPE svg [<!ENTITY x \"y\">]>";
        refused("tenant.image-unknown", type + BEGIN + "<text>&x;</text></svg>");
        refused("tenant.image-unknown", type + BEGIN + "<a>&x;</a></svg>");
    }

    private static void refused(String key, String svg) {
        assertThatThrownBy(() -> clean(svg)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
            assertThat(problem.errors().get(0).detail().key()).isEqualTo(key);
        });
    }

    private static Optional<CleanImage> written(Corpus sample) {
        try {
            return Optional.of(ImageCleaning.clean(sample.text().getBytes(StandardCharsets.UTF_8), 100));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private static String clean(String svg) {
        return text(ImageCleaning.clean(svg.getBytes(StandardCharsets.UTF_8), 100));
    }

    private static String text(CleanImage image) {
        return new String(image.content(), StandardCharsets.UTF_8);
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
