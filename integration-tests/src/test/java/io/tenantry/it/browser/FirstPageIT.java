package io.tenantry.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Tenants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member of two organizations works with the first page. */
class FirstPageIT extends BlackBox {

    private static final Path PICTURES = Path.of("target", "pictures");
    /** The browser itself reports a refused request there; the page asks whether there is a session, and may be told no. */
    private static final Pattern REFUSED = Pattern.compile("Failed to load resource: .* status of (401|409) .*");

    private static final double PATIENCE_MILLIS = 20_000;

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private int loads;

    @BeforeAll
    static void openBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void closeContext() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void aMemberOfTwoOrganizationsWorksInEach() {
        Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 800));
        signIn(page);
        choose(page, "Acme");
        picture(page, "precintos");

        String code = "SEAL-" + Tenants.unique().toUpperCase(Locale.ROOT);
        create(page, code);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Seal " + code + " was added.");
        assertThat(rows(page).first()).containsText(code);

        create(page, code);
        assertThat(page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(code);
        assertThat(page.locator("#message, #code-error")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\S"))))
                .hasCount(1);
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText(code)))
                .hasCount(1);
        picture(page, "duplicate");

        choose(page, "Globex");
        assertThat(rows(page).first()).isVisible();
        assertThat(page.getByText(code)).hasCount(0);
        assertThat(page.locator("#create")).isHidden();
        picture(page, "globex-viewer");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Español"))
                .click();
        assertThat(heading(page, "Precintos")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(button(page, "Cerrar sesión")).isVisible();
        page.reload();
        assertThat(heading(page, "Precintos")).isVisible();
        assertThat(rows(page).first()).isVisible();
        String seal = rows(page).first().getByRole(AriaRole.ROWHEADER).textContent();

        button(page, "Cerrar sesión").click();
        assertThat(heading(page, "Iniciar sesión")).isVisible();
        assertThat(page.getByText(seal)).hasCount(0);
        page.goBack();
        assertThat(page.getByText(seal)).hasCount(0);
        assertThat(page.getByText("Globex")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidAndLetsNobodyIn() {
        Page page = open(new Browser.NewContextOptions());
        page.getByLabel("Email").fill("multi@tenantry.test");
        page.getByLabel("Password").fill("wrong");
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The email or the password is wrong.");
        assertThat(page.getByLabel("Password")).hasValue("");
        assertThat(page.getByLabel("Password")).isFocused();
        assertThat(page.locator("#workspace")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void nothingIsCutOffOnANarrowScreen() {
        Page page = open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setLocale("es-ES"));
        page.getByLabel("Correo electrónico").fill("multi@tenantry.test");
        page.getByLabel("Contraseña").fill(Tenants.PASSWORD);
        button(page, "Iniciar sesión").click();
        choose(page, "Acme");
        assertThat(heading(page, "Precintos")).isVisible();
        picture(page, "narrow-es");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theDarkSchemeIsFollowed() {
        Page page =
                open(new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.DARK));
        signIn(page);
        choose(page, "Acme");
        picture(page, "dark");
        String background = "getComputedStyle(document.body).backgroundColor";
        Object dark = page.evaluate(background);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.evaluate(background)).isNotEqualTo(dark);
        assertThat(complaints).isEmpty();
    }

    private Page open(Browser.NewContextOptions options) {
        context = browser.newContext(options);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !REFUSED.matcher(message.text()).matches()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onLoad(loaded -> loads++);
        page.navigate(Product.address() + "/");
        return page;
    }

    private static void signIn(Page page) {
        page.getByLabel("Email").fill("multi@tenantry.test");
        page.getByLabel("Password").fill(Tenants.PASSWORD);
        button(page, "Sign in").click();
        assertThat(button(page, "Sign out")).isVisible();
    }

    /** The account is in the organization it was in last, or in none yet; choosing the same again is no change. */
    private void choose(Page page, String organization) {
        Locator switcher = page.locator("#organization");
        assertThat(switcher).isVisible();
        if (!switcher.locator("option:checked").textContent().startsWith(organization)) {
            String option = switcher.locator("option")
                    .filter(new Locator.FilterOptions().setHasText(organization))
                    .getAttribute("value");
            int before = loads;
            switcher.selectOption(option);
            page.waitForCondition(() -> loads > before);
        }
        assertThat(page.locator("#organization-name")).containsText(organization);
        assertThat(rows(page).first()).isVisible();
        assertThat(page.locator("#precintos")).hasAttribute("aria-busy", "false");
    }

    private static void create(Page page, String code) {
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(code);
        page.getByLabel("Battery (%)").fill("95");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertThat(page.locator("#create [type=submit]")).not().hasAttribute("aria-disabled", "true");
    }

    private static Locator rows(Page page) {
        return page.locator("#rows").getByRole(AriaRole.ROW);
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
