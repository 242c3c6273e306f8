package io.tenantry.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Tenants;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member of two organizations signs in and works with the seals of each. */
class FirstPageIT extends BlackBox {

    private static final String EMAIL = "multi@tenantry.test";
    private static final int CONFLICT = 409;
    private static final int NARROW = 360;

    private static Playwright playwright;
    private static Browser browser;

    private Visitor visitor;

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

    @AfterEach
    void closeVisitor() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void aMemberOfTwoOrganizationsWorksInEach() {
        Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 800));
        visitor.signsIn(EMAIL, Tenants.PASSWORD);
        choose("Acme");
        visitor.follows("Seals");
        assertThat(visitor.heading("Seals")).isVisible();
        assertThat(visitor.rows().first()).isVisible();
        visitor.picture("precintos");

        String code = "SEAL-" + Tenants.unique().toUpperCase(Locale.ROOT);
        create(code);
        visitor.hears("Seal " + code + " was added.");
        assertThat(visitor.rows().first()).containsText(code);

        create(code);
        Locator codeField = visitor.dialog().getByLabel("Code");
        assertThat(codeField).hasValue(code);
        assertThat(visitor.dialog()
                        .locator(".field-error, .form-error")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\S"))))
                .hasCount(1);
        visitor.picture("duplicate");
        visitor.answer("Close").click();
        assertThat(visitor.dialog()).hasCount(0);
        assertThat(visitor.row(code)).hasCount(1);

        choose("Globex");
        visitor.follows("Seals");
        assertThat(visitor.rows().first()).isVisible();
        assertThat(page.getByText(code)).hasCount(0);
        assertThat(visitor.button("Add a seal")).hasCount(0);
        visitor.picture("globex-viewer");

        visitor.button("Español").click();
        assertThat(visitor.heading("Precintos")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(visitor.button("Cerrar sesión")).isVisible();
        page.reload();
        assertThat(visitor.heading("Precintos")).isVisible();
        assertThat(visitor.rows().first()).isVisible();
        String seal = visitor.rows()
                .first()
                .getByRole(AriaRole.ROWHEADER)
                .textContent()
                .strip();

        visitor.button("Cerrar sesión").click();
        assertThat(visitor.heading("Iniciar sesión")).isVisible();
        assertThat(page.getByText(seal)).hasCount(0);
        page.goBack();
        assertThat(page.getByText(seal)).hasCount(0);
        assertThat(page.getByText("Globex")).hasCount(0);
        visitor.hasNothingToComplainOf();
    }

    @Test
    void aWrongPasswordIsSaidAndLetsNobodyIn() {
        Page page = open(new Browser.NewContextOptions());
        page.getByLabel("Email").fill(EMAIL);
        page.getByLabel("Password").fill("wrong");
        visitor.button("Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The e-mail address or the password is not right.");
        assertThat(page.getByLabel("Email")).hasValue(EMAIL);
        assertThat(page.getByLabel("Password")).hasValue("");
        assertThat(visitor.button("Sign out")).hasCount(0);
        assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        visitor.hasNothingToComplainOf();
    }

    @Test
    void nothingIsCutOffOnANarrowScreen() {
        Page page = open(new Browser.NewContextOptions()
                .setViewportSize(NARROW, 800)
                .setDeviceScaleFactor(2)
                .setLocale("es-ES"));
        page.getByLabel("Correo electrónico").fill(EMAIL);
        page.getByLabel("Contraseña").fill(Tenants.PASSWORD);
        visitor.button("Iniciar sesión").click();
        choose("Acme");
        page.getByText("Menú").click();
        visitor.follows("Precintos");
        assertThat(visitor.heading("Precintos")).isVisible();
        assertThat(visitor.rows().first()).isVisible();
        visitor.picture("narrow-es");
        assertThat(visitor.width()).isLessThanOrEqualTo(NARROW);
        visitor.hasNothingToComplainOf();
    }

    @Test
    void theDarkSchemeIsFollowed() {
        Page page =
                open(new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.DARK));
        visitor.signsIn(EMAIL, Tenants.PASSWORD);
        choose("Acme");
        visitor.picture("dark");
        String background = "getComputedStyle(document.body).backgroundColor";
        Object dark = page.evaluate(background);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.evaluate(background)).isNotEqualTo(dark);
        visitor.hasNothingToComplainOf();
    }

    private Page open(Browser.NewContextOptions options) {
        visitor = Visitor.at(browser, options, CONFLICT);
        return visitor.page();
    }

    /** The account is in the organization it was in last, or in none yet; choosing the same again is no change. */
    private void choose(String organization) {
        Locator switcher = visitor.page().locator("#organization");
        assertThat(switcher).isVisible();
        if (!switcher.locator("option:checked").textContent().strip().startsWith(organization)) {
            String option = switcher.locator("option")
                    .filter(new Locator.FilterOptions().setHasText(organization))
                    .getAttribute("value");
            visitor.reloadedBy(() -> switcher.selectOption(option));
        }
        assertThat(visitor.page().locator("#organization-name")).containsText(organization);
    }

    private void create(String code) {
        visitor.button("Add a seal").click();
        visitor.dialog().getByLabel("Code").fill(code);
        visitor.dialog().getByLabel("Battery (%)").fill("95");
        visitor.answer("Add").click();
        assertThat(visitor.dialog().locator("[type=submit][aria-busy=true]")).hasCount(0);
    }
}
