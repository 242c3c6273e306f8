package io.tenantry.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Branding.Sample;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant's style sheet does in a real page, which here has no content security policy to help it. */
class BrandingPageIT extends BlackBox {

    private static final double PATIENCE_MILLIS = 20_000;
    /** Nothing to be seen of them while nobody points at anything. */
    private static final Set<String> UNSEEN = Set.of("nothing", "states");

    private static final String PAGE = """
            () => {
              document.body.innerHTML = `
                <div class="banner a b" id="banner">You act for somebody else</div>
                <main class="saas-themed" id="themed">
                  <h1>One</h1><h2 class="d">Two</h2><h2 class="x y">Three</h2>
                  ${'abcdefghijklmnpqr'.split('').map(c => `<div class="${c} card">${c}</div>`).join('')}
                  <div class="o" id="id">o</div><p>p <a href="#">link</a></p>
                  <h1>Four</h1><div><span class="x y">x</span></div><h2>h <span class="x y">x</span></h2>
                  <ul><li>1</li><li>2</li><li>3</li><li>4</li></ul>
                  <input type="text" value="abc" disabled><button aria-pressed="true">b</button>
                  <p role="alert">alert</p>
                </main>
                <div class="banner" id="after">after</div>`;
            }""";

    /** Puts a style sheet in the place of the one before, and answers when it holds. */
    private static final String LINK = """
            address => new Promise((resolve, reject) => {
              document.querySelectorAll('style, link[href*="branding"]').forEach(old => old.remove());
              const link = document.createElement('link');
              link.rel = 'stylesheet';
              link.onload = resolve;
              link.onerror = reject;
              link.href = address;
              document.head.append(link);
            })""";

    private static final String WRITE = """
            css => {
              document.querySelectorAll('style, link[href*="branding"]').forEach(old => old.remove());
              const style = document.createElement('style');
              style.textContent = css;
              document.head.append(style);
            }""";

    private static final String THEMED = """
            () => JSON.stringify([...document.querySelectorAll('#themed *')].map(element =>
              [null, '::before', '::after'].map(part => {
                const style = getComputedStyle(element, part);
                return element.tagName + '.' + element.className + (part || '') + ' '
                  + [...style].map(name => name + ':' + style.getPropertyValue(name)).join(';');
              })), null, 1)""";

    private static final String BANNERS = """
            () => JSON.stringify(['banner', 'after'].map(id => {
              const element = document.getElementById(id);
              element.scrollIntoView();
              const box = element.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              const style = getComputedStyle(element);
              return [top && top.id, box.width > 0, ['color', 'display', 'visibility', 'opacity', 'position', 'background',
                'transform', 'font'].map(name => style.getPropertyValue(name))];
            }))""";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> requests = new ArrayList<>();
    private Tenant tenant;
    private Api owner;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void opensTheTenantsPage() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        context = browser.newContext(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setViewportSize(1280, 800)
                .setColorScheme(ColorScheme.DARK));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        context.route(url -> !url.startsWith("http://" + Branding.host(tenant.slug())), route -> {
            requests.add(route.request().url());
            route.abort();
        });
        page.navigate("http://" + Branding.host(tenant.slug()) + "/");
        page.evaluate(PAGE);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void harmlessSheetsHaveTheSameEffectAsTheyWereWrittenWith() {
        Branding.set(owner, Branding.values("")).expect(200);
        String colours = Branding.visitor(tenant.slug()).get(Branding.SHEET).body();
        String bounds = colours + ".saas-themed { contain: paint; isolation: isolate }\n";
        page.evaluate(WRITE, bounds);
        Object bare = page.evaluate(THEMED);
        Set<String> unseen = new TreeSet<>();
        List<Sample> samples = Branding.samples("harmless-css.txt").toList();
        for (Sample sample : samples) {
            page.evaluate(WRITE, bounds + sample.text());
            Object written = page.evaluate(THEMED);
            apply(sample);
            assertThat(page.evaluate(THEMED)).as(sample.name()).isEqualTo(written);
            if (written.equals(bare)) {
                unseen.add(sample.name());
            }
        }
        assertThat(unseen).as("of no effect on this page").isSubsetOf(UNSEEN);
        assertThat(requests).isEmpty();
    }

    @Test // attack case 28
    void hostileSheetsLoadNothingAndReachNothingElse() {
        page.evaluate(WRITE, "");
        Object banners = page.evaluate(BANNERS);
        List<Sample> samples = Branding.samples("hostile-css.txt").toList();
        for (Sample sample : samples) {
            apply(sample);
            assertThat(page.evaluate(BANNERS)).as(sample.name()).isEqualTo(banners);
            assertThat(requests).as(sample.name()).isEmpty();
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void theyWouldIfTheyWereServedAsTheyAre() {
        page.evaluate(WRITE, "");
        Object banners = page.evaluate(BANNERS);
        long harmful = Branding.samples("hostile-css.txt")
                .filter(sample -> {
                    requests.clear();
                    page.evaluate(WRITE, sample.text());
                    page.waitForTimeout(5);
                    return !requests.isEmpty() || !page.evaluate(BANNERS).equals(banners);
                })
                .count();
        assertThat(harmful).isGreaterThan(25);
    }

    @Test
    void theTenantsColoursHoldInBothSchemes() {
        Branding.set(owner, Branding.values("")).expect(200);
        page.navigate("http://" + Branding.host(tenant.slug()) + "/");
        page.waitForSelector("#sign-in .primary");
        String background = "getComputedStyle(document.querySelector('#sign-in .primary')).backgroundColor";
        Object dark = page.evaluate(background);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.evaluate(background)).isEqualTo("rgb(11, 95, 255)").isNotEqualTo(dark);
    }

    private void apply(Sample sample) {
        Branding.set(owner, Branding.values(sample.text())).expect(200);
        page.evaluate(LINK, Branding.SHEET);
    }
}
