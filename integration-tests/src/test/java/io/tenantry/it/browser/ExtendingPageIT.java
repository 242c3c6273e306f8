package io.tenantry.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Vehiculos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list screen that {@code docs/extending.md} makes. */
class ExtendingPageIT extends BlackBox {

    private static final int ROWS = 52;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aMemberSeesTheVehiclesOfTheOrganizationInBothLanguages() {
        Tenant tenant = Tenants.named("Fleet " + Tenants.unique());
        Api owner = tenant.owner();
        for (int i = 1; i <= ROWS; i++) {
            owner.post(Vehiculos.VEHICULOS, Vehiculos.vehiculo("PLATE-" + i)).expect(201);
        }
        Vehiculos.create(Tenants.professional().owner());

        try (Playwright playwright = Browsers.playwright()) {
            Page page = Browsers.chromium(playwright).newPage(new Browser.NewPageOptions().setLocale("en-GB"));
            page.onPageError(complaints::add);
            page.navigate(Product.address() + "/");
            page.getByLabel("Email").fill(tenant.email());
            page.getByLabel("Password").fill(Tenants.OWNER_PASSWORD);
            button(page, "Sign in").click();
            page.getByRole(AriaRole.NAVIGATION)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Vehicles"))
                    .click();

            Locator rows = page.locator("tbody").getByRole(AriaRole.ROW);
            assertThat(rows).hasCount(50);
            assertThat(rows.first()).containsText("PLATE-" + ROWS);
            assertThat(rows.first()).containsText("12,500 km");
            assertThat(rows.first()).containsText("Never");
            assertThat(page.locator("#organization-name")).containsText("Fleet");
            button(page, "Load more").click();
            assertThat(rows).hasCount(ROWS);
            assertThat(button(page, "Load more")).isHidden();
            assertThat(page.getByText("Shown: " + ROWS)).isVisible();

            button(page, "Español").click();
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Vehículos");
            assertThat(page).hasTitle(Pattern.compile("Vehículos · .*"));
            assertThat(rows.first()).containsText("Nunca");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "vehiculos.png")));
            page.setViewportSize(390, 844);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(complaints).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
