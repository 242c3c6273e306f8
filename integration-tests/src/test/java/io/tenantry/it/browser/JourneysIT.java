package io.tenantry.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Invitations;
import io.tenantry.it.product.Invoices;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Receiver;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people come for, from the first click to the result, by the pages alone. */
class JourneysIT extends BlackBox {

    private static final int REFUSED = 403;

    private static Playwright playwright;
    private static Browser browser;

    private Tenant tenant;
    private Visitor owner;

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
    void signsIn() {
        tenant = Tenants.professional();
        owner = visitor();
        owner.signsIn(tenant.email(), Tenants.OWNER_PASSWORD);
    }

    @AfterEach
    void closeVisitor() {
        owner.close();
    }

    @Test
    void aFieldOfOnesOwnNarrowsTheList() {
        owner.follows("Custom fields");
        owner.button("Add a field").first().click();
        owner.dialog().getByLabel("Label").fill("Colour");
        owner.dialog().getByLabel("Type").selectOption("select");
        owner.dialog().getByLabel("Options").fill("red\ngreen");
        owner.answer("Add").click();
        owner.hears("Colour was added.");

        owner.follows("Seals");
        add("SEAL-RED", "red");
        add("SEAL-GREEN", "green");
        owner.page().locator("summary").getByText("More filters").click();
        owner.page().locator("main").getByLabel("Colour").first().selectOption("green");
        assertThat(owner.rows()).hasCount(1);
        assertThat(owner.row("SEAL-GREEN")).isVisible();
        owner.page().reload();
        assertThat(owner.rows()).hasCount(1);
        owner.hasNothingToComplainOf();
    }

    @Test
    void theGoodLinesOfAFileAreImported() {
        owner.follows("Seals");
        owner.link("Import").first().click();
        String file = "code,batteryPct\nIMP-1,80\nIMP-2,900\nIMP-3,70\nIMP-1,60\n";
        owner.page()
                .getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload("seals.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(owner.rows()).hasCount(2);
        assertThat(owner.row("batteryPct")).containsText("3");
        assertThat(tenant.owner().get(PRECINTOS).each("code")).isEmpty();
        owner.button("Import only the valid lines (2)").click();
        assertThat(owner.heading("Imported: 2")).isVisible();
        owner.link("Show the seals").click();
        assertThat(owner.rows()).hasCount(2);
        assertThat(owner.row("IMP-3")).isVisible();
        owner.hasNothingToComplainOf();
    }

    @Test
    void whoIsInvitedComesIn() {
        String email = Invitations.newAddress();
        owner.follows("Members");
        owner.button("Invite a member").first().click();
        owner.dialog()
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("E-mail"))
                .fill(email);
        owner.dialog().getByLabel("Role").selectOption("viewer");
        owner.answer("Send the invitation").click();
        owner.hears("An invitation was sent to " + email);

        URI link = Mailbox.awaitMessageTo(email).link();
        try (Visitor guest = visitor()) {
            Page page = guest.page();
            page.navigate(Product.address() + link.getRawPath() + "#" + link.getRawFragment());
            page.getByLabel("Name").fill("Newcomer");
            page.getByLabel("Password").locator("visible=true").fill(Tenants.OWNER_PASSWORD);
            guest.button("Accept").locator("visible=true").click();
            guest.link("Go to sign-in").click();
            guest.signsIn(email, Tenants.OWNER_PASSWORD);
            guest.follows("Seals");
            assertThat(guest.heading("Seals")).isVisible();
            assertThat(guest.button("Add a seal")).hasCount(0);
            guest.hasNothingToComplainOf();
        }
        owner.page().reload();
        assertThat(owner.row(email)).containsText("Newcomer");
    }

    @Test
    void whatAReceiverMissedIsDeliveredOnceMore() {
        try (Receiver receiver = Receiver.that(Receiver.status(500))) {
            owner.follows("Webhooks");
            owner.button("Add a webhook").first().click();
            owner.dialog().getByLabel("Address").fill(receiver.url());
            owner.dialog().getByLabel("All events, also those to come").check();
            owner.answer("Add").click();
            owner.answer("I have stored it").click();
            Domain.createPrecinto(tenant.owner());
            receiver.await(3);
            Locator delivery = owner.rows().filter(new Locator.FilterOptions().setHasText("Given up"));
            owner.page().waitForCondition(() -> {
                owner.button("Refresh").click();
                return delivery.count() > 0;
            });

            receiver.reacts(Receiver.status(200));
            delivery.first().getByRole(AriaRole.BUTTON).click();
            owner.answer("Deliver once more").click();
            owner.hears("It is delivered once more.");
            owner.page().waitForCondition(() -> {
                owner.button("Refresh").click();
                return owner.row("Delivered").count() > 0;
            });
            owner.hasNothingToComplainOf();
        }
    }

    @Test
    void anEstimateIsSeenAndAnInvoiceKept() throws IOException {
        String number = "IT-" + tenant.slug();
        Invoices.issued(tenant, number);
        owner.follows("Usage");
        Locator estimate =
                owner.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Next invoice (estimate)"));
        assertThat(estimate).containsText("If the period ended now");
        assertThat(estimate).containsText(Pattern.compile("\\d\\.\\d\\d"));

        owner.follows("Invoices");
        owner.row(number).getByRole(AriaRole.LINK).first().click();
        assertThat(owner.heading("Invoice")).isVisible();
        Download file =
                owner.page().waitForDownload(() -> owner.button("Download PDF").click());
        assertThat(file.suggestedFilename()).isEqualTo(number + ".pdf");
        assertThat(Files.readAllBytes(file.path()))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(1_000);
        owner.hasNothingToComplainOf();
    }

    @Test
    void aSuspendedOrganizationIsOpenedAgain() {
        try (Visitor platform = visitor()) {
            platform.signsIn("admin@tenantry.test", Tenants.PASSWORD);
            platform.goesTo("/admin/tenants/" + tenant.id());
            platform.button("Suspend").click();
            platform.dialog().getByLabel("Reason").fill("Not paid since March");
            platform.answer("Suspend").click();
            platform.hears("is suspended.");

            owner.follows("Seals");
            assertThat(owner.page().locator("main")).containsText("is closed");
            assertThat(owner.page().locator("main")).containsText("Not paid since March");

            platform.button("Open again").click();
            platform.answer("Open again").click();
            platform.hears("is open again.");
            platform.hasNothingToComplainOf();
        }
        owner.page().reload();
        owner.follows("Seals");
        assertThat(owner.heading("Seals")).isVisible();
        assertThat(owner.button("Add a seal").first()).isVisible();
        owner.hasNothingToComplainOf();
    }

    @Test
    void theLookOfAnOrganizationIsSeenByItsVisitors() {
        owner.follows("Branding");
        owner.page().getByLabel("Display name").fill("Acme Maritime");
        owner.page().locator("[name='colors/primary']:not([type=color])").fill("#0b5fff");
        owner.button("Save").click();
        owner.hears("The look was saved.");
        owner.hasNothingToComplainOf();

        Page page = owner.page();
        page.context().clearCookies();
        page.navigate("http://" + Branding.host(tenant.slug()) + "/");
        assertThat(page.locator("header")).containsText("Acme Maritime");
        assertThat(owner.button("Sign in")).hasCSS("background-color", "rgb(11, 95, 255)");
    }

    private void add(String code, String colour) {
        owner.button("Add a seal").first().click();
        owner.dialog().getByLabel("Code").fill(code);
        owner.dialog().getByLabel("Colour").selectOption(colour);
        owner.answer("Add").click();
        assertThat(owner.row(code)).containsText(colour);
    }

    private static Visitor visitor() {
        return Visitor.at(
                browser, new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 900), REFUSED);
    }
}
