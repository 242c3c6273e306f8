package io.tenantry.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page there is, with something on it, in both languages, light and dark, wide and narrow: it opens, breaks no rule of
 * accessibility, asks nobody else, and the browser has nothing to complain of.
 */
class ScreensIT extends BlackBox {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int HIGH = 900;
    private static final int NOT_FOUND = 404;
    /** The rules that another scheme can break. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String PATHS = """
            async () => (await import(new URL('assets/core/router.js', document.baseURI))).paths()""";

    /** Counts the requests that have no answer yet. */
    private static final String WATCH = """
            () => {
              const ask = window.fetch;
              window.underWay = 0;
              window.fetch = (...request) => {
                window.underWay++;
                return ask(...request).finally(() => window.underWay--);
              };
            }""";

    /** Opens a page, waits until it is at rest, and answers with what is wrong about it. */
    private static final String OPEN = """
            async path => {
              location.hash = path;
              const main = document.getElementById('main');
              const busy = () => window.underWay > 0 || main.querySelector('.spinner, [aria-busy=true]') !== null;
              const there = () => main.querySelector('h1, .state[role=alert]') !== null;
              const end = performance.now() + 20000;
              for (let calm = 0; calm < 4; calm = there() && !busy() ? calm + 1 : 0) {
                if (performance.now() > end) {
                  return ['does not come to rest'];
                }
                await new Promise(done => setTimeout(done, 20));
              }
              const wrong = [...main.querySelectorAll('.state[role=alert]')].map(state => 'says ' + state.innerText);
              const headings = main.querySelectorAll('h1').length;
              return headings === 1 ? wrong : [...wrong, `has ${headings} first headings`];
            }""";

    /** Of all rules, or of some. */
    private static final String BREACHES = """
            async rules => {
              const { violations } = await axe.run(document, {
                resultTypes: ['violations'],
                iframes: false,
                ...(rules.length > 0 && { runOnly: rules }),
              });
              return violations
                .filter(({ impact }) => ['serious', 'critical'].includes(impact))
                .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) =>
                  html.slice(0, 200) + ' ' + any.map(({ message }) => message).join(', ')).slice(0, 5).join(' | '));
            }""";

    /** What looks like the name of a text where a text should be. Names of events and files are code, or have an @ or a /. */
    private static final String KEYS = """
            () => {
              const key = /(?<![\\w@.:/-])[a-z][a-zA-Z]*(?:\\.[a-zA-Z]+)+(?![\\w@:/-])/g;
              const texts = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest('code, pre, textarea, script, style, [translate=no]')) {
                  texts.push(walker.currentNode.data);
                }
              }
              for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-label']) {
                document.querySelectorAll(`[${name}]`).forEach(element => texts.push(element.getAttribute(name)));
              }
              return [...new Set(texts.flatMap(text => text.match(key) ?? []))].map(found => 'shows ' + found);
            }""";

    /** Charts follow the width a moment later. */
    private static final String CUT = """
            async () => {
              const root = document.documentElement;
              for (let i = 0; i < 20 && root.scrollWidth > root.clientWidth; i++) {
                await new Promise(done => setTimeout(done, 25));
              }
              const wide = [...document.querySelectorAll('body *')].filter(element =>
                element.getBoundingClientRect().right > root.clientWidth + 1);
              return root.scrollWidth <= root.clientWidth ? [] : ['is wider than the screen: ' + root.scrollWidth + ' '
                + wide.slice(0, 3).map(element => element.outerHTML.slice(0, 150)).join(' | ')];
            }""";

    private static Playwright playwright;
    private static Browser browser;
    private static String axe;
    private static Furnished furnished;

    private final List<String> findings = new ArrayList<>();
    private Visitor visitor;

    @BeforeAll
    static void openBrowser() throws IOException {
        try (InputStream script = ScreensIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
        furnished = Furnished.make();
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void ofAnOrganization(String language) {
        visit(language, furnished.tenant().email(), Tenants.OWNER_PASSWORD, path -> !path.startsWith("/admin/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void ofThePlatform(String language) {
        visit(language, "admin@tenantry.test", Tenants.PASSWORD, path -> path.startsWith("/admin/"));
    }

    /** Without what their links carry, as after a mistake; the server says so. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void beforeSigningIn(String language) {
        try (Visitor stranger = open(language, NOT_FOUND)) {
            visitor = stranger;
            for (String path :
                    List.of("", "#/signup", "#/forgot", "invitation.html", "proof.html", "reset.html", "setup.html")) {
                page().navigate("about:blank");
                page().navigate(Product.address() + "/" + path);
                page().getByRole(AriaRole.HEADING).first().waitFor();
                page().evaluate(axe);
                judge("/" + path);
            }
        }
        assertThat(findings).isEmpty();
    }

    private void visit(String language, String email, String password, Predicate<String> chosen) {
        try (Visitor member = open(language)) {
            visitor = member;
            page().locator("[type=email]").fill(email);
            page().locator("[type=password]").fill(password);
            page().locator("[type=submit]").click();
            page().locator("#sign-out").waitFor();
            page().evaluate(axe);
            page().evaluate(WATCH);
            List<String> paths = paths().stream().filter(chosen).toList();
            assertThat(paths).hasSizeGreaterThan(5);
            for (String path : paths) {
                find(path, page().evaluate(OPEN, furnished.filled(path)));
                judge(path);
            }
        }
        assertThat(findings).isEmpty();
    }

    /** What is on the screen, light and dark, wide and narrow. */
    private void judge(String path) {
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        find(path, page().evaluate(BREACHES, List.of()));
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        find(path + " dark", page().evaluate(BREACHES, OF_COLOURS));
        find(path, page().evaluate(KEYS));
        page().setViewportSize(NARROW, HIGH);
        find(path, page().evaluate(CUT));
        page().setViewportSize(WIDE, HIGH);
        find(path, visitor.complaints());
    }

    private Visitor open(String language, int... statuses) {
        return Visitor.at(
                browser, new Browser.NewContextOptions().setLocale(language).setViewportSize(WIDE, HIGH), statuses);
    }

    private Page page() {
        return visitor.page();
    }

    private void find(String path, Object wrong) {
        for (Object one : (List<?>) wrong) {
            findings.add(path + " " + one);
        }
    }

    private List<String> paths() {
        return ((List<?>) page().evaluate(PATHS)).stream().map(String::valueOf).toList();
    }
}
