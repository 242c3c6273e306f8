package io.tenantry.tenant.branding.internal.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.tenant.branding.RefusedPart;
import io.tenantry.tenant.branding.RefusedPart.Reason;
import io.tenantry.tenant.branding.internal.Corpus;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomCssTest {

    private static final String ROOT = ".root";
    private static final int LARGEST = 50_000;
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)url|src\\(|image|@(?!media|supports)|evil|expression|attr\\(|if\\(|env\\(|element|paint"
                    + "|behavior|binding|animation|host|slotted|part|value|position: fixed|[<\\\\]|//|javascript|data:");

    static Stream<Corpus> hostile() {
        return Corpus.of("hostile-css.txt");
    }

    static Stream<Corpus> harmless() {
        return Corpus.of("harmless-css.txt");
    }

    static Stream<Corpus> endless() {
        return Stream.of(
                endless("brackets", "("),
                endless("blocks", ".a{"),
                endless("media", "@media all{"),
                endless("selectors", ".a "),
                endless("compounds", ".a"),
                endless("list of selectors", ".a,"),
                endless("rules", ".a{color:red}"),
                endless("declarations", ".a{", "color:red;", "}"),
                endless("values", ".a{margin:", "1px ", "}"),
                endless("commas", ".a{font-family:", "a,", "b}"),
                endless("digits", ".a{width:", "9", "}"),
                endless("sums", ".a{width:calc(1px", " + 1px", ")}"),
                endless("functions", ".a{color:", "rgb(1 2 3) ", "}"),
                endless("not", "a", ":not(b)", "{color:red}"),
                endless("pseudo-elements", ".a", "::before", "{color:red}"),
                endless("comments", "/**/"),
                endless("open comments", "/*"),
                endless("quotes", "'"),
                endless("backslashes", "\\"),
                endless("at", "@"),
                endless("bangs", ".a{color:red", "!", "}"),
                endless("semicolons", ";"),
                endless("colons", ".a{", ":", "}"),
                endless("bad declarations", ".a{", "b b;", "}"),
                endless("queries", "@media ", "(width:1px) and ", "(width:1px){}"),
                endless("conditions", "@supports ", "(a:b) and ", "(a:b){}"),
                endless("angle brackets", "<"),
                endless("ampersands", "&"));
    }

    @ParameterizedTest
    @MethodSource("hostile") // attack case 28
    void nothingActiveSurvives(Corpus sample) {
        ReducedCss reduced = reduce(sample);

        assertThat(reduced.refused())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.line()).isBetween(1, 10));
        assertThat(reduced.sheet()).doesNotContainPattern(ACTIVE);
        assertThat(reduced.sheet().lines().filter(line -> line.contains("{ ")).map(String::strip))
                .allMatch(line -> line.startsWith(ROOT));
    }

    @Test
    void theHostileAreMany() {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void theHarmlessSurvives(Corpus sample) {
        ReducedCss reduced = reduce(sample);

        assertThat(reduced.refused()).isEmpty();
        assertThat(reduced.sheet().chars().filter(c -> c == ';').count())
                .as(reduced.sheet())
                .isEqualTo(declarations(sample.text()));
        assertThat(CustomCss.ofPage(reduced.sheet(), "").sheet())
                .as("written anew, it says the same")
                .isEqualTo(reduced.sheet());
    }

    @ParameterizedTest
    @MethodSource("endless")
    @Timeout(20)
    void nothingTakesLong(Corpus sample) {
        long begin = System.nanoTime();
        ReducedCss reduced = reduce(sample);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(reduced.sheet()).doesNotContainPattern(ACTIVE);
    }

    @Test
    void selectorsReachOnlyTheRoot() {
        assertThat(sheet(".a, p > b { color: red }")).isEqualTo(".root .a, .root p > b { color: red; }\n");
        assertThat(sheet("body { color: red }")).isEqualTo(".root { color: red; }\n");
        assertThat(sheet("html body.dark > .a { color: red }")).isEqualTo(".root.dark > .a { color: red; }\n");
        assertThat(sheet("* { color: red }")).isEqualTo(".root * { color: red; }\n");
        assertThat(sheet("body .a + .b { color: red }")).isEqualTo(".root .a + .b { color: red; }\n");
        assertThat(sheet("body + .b, .b ~ .c { color: red }")).isEqualTo(".root .b ~ .c { color: red; }\n");
    }

    @Test
    void theRootKeepsItsPlace() {
        assertThat(sheet("body { margin: 0; color: red }")).isEqualTo(".root { color: red; }\n");
        assertThat(sheet("body p { margin: 0 }")).isEqualTo(".root p { margin: 0; }\n");
    }

    @Test
    void whatIsRefusedIsToldWithItsPlaceAndTheRestIsKept() {
        ReducedCss reduced = CustomCss.ofPage("""
                .a { color: red;
                  behavior: x; }
                .b { background: url(x);
                  width: foo(1) }
                @import "x";
                p:has(a), p { color: blue }
                @media (evil) { .c { color: red } }
                """, ROOT);

        assertThat(reduced.sheet()).isEqualTo(".root .a { color: red; }\n.root p { color: blue; }\n");
        assertThat(reduced.refused())
                .extracting(RefusedPart::line, RefusedPart::reason)
                .containsExactlyInAnyOrder(
                        tuple(2, Reason.PROPERTY),
                        tuple(3, Reason.ADDRESS),
                        tuple(4, Reason.FUNCTION),
                        tuple(5, Reason.AT_RULE),
                        tuple(5, Reason.AT_RULE),
                        tuple(6, Reason.SELECTOR),
                        tuple(7, Reason.CONDITION));
    }

    @Test
    void whatStandsBehindTheLastRuleIsToldWhereItIs() {
        ReducedCss reduced = CustomCss.ofPage(".a { color: red }\n/* } */ junk \\", ROOT);
        assertThat(reduced.sheet()).isEqualTo(".root .a { color: red; }\n");
        assertThat(reduced.refused()).contains(new RefusedPart(2, "junk \\", Reason.SYNTAX));
    }

    @Test
    void aPartIsShownShort() {
        ReducedCss reduced = CustomCss.ofPage(".a { behavior: " + "x".repeat(1000) + " }", ROOT);
        assertThat(reduced.refused().get(0).part()).hasSizeLessThan(120);
    }

    @Test
    void aDrawingHasPropertiesOfItsOwn() {
        assertThat(CustomCss.ofImage(".cls-1 { fill: #f00; stroke-width: 2px }").sheet())
                .isEqualTo(".cls-1 { fill: #f00; stroke-width: 2px; }\n");
        assertThat(CustomCss.ofImage(".cls-1 { fill: url(#a); position: absolute }")
                        .sheet())
                .isEmpty();
        assertThat(CustomCss.ofPage(".cls-1 { fill: red }", ROOT).sheet()).isEmpty();
    }

    private static String sheet(String css) {
        return CustomCss.ofPage(css, ROOT).sheet();
    }

    private static ReducedCss reduce(Corpus sample) {
        return CustomCss.ofPage(sample.text(), ROOT);
    }

    /** Those of the samples end in a semicolon or in a bracket, and hold neither in a string. */
    private static long declarations(String css) {
        String plain = css.replaceAll("(?s)/\\*.*?\\*/", "");
        return Pattern.compile("(?<=[{;])[^{};@]*:[^{};]*(?=[;}])")
                .matcher(plain)
                .results()
                .count();
    }

    private static Corpus endless(String name, String part) {
        return endless(name, "", part, "");
    }

    private static Corpus endless(String name, String begin, String part, String end) {
        int times = (LARGEST - begin.length() - end.length()) / part.length();
        return new Corpus(name, begin + part.repeat(times) + end);
    }
}
