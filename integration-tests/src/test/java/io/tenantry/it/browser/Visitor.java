package io.tenantry.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tenantry.it.product.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser of their own: what they do and see, and what the browser complains of meanwhile. */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PATIENCE_MILLIS = 20_000;
    private static final Pattern MENU = Pattern.compile("Menu|Menú");
    private static final Pattern OWN = Pattern.compile("(data|blob):.*");

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    /** The browser reports refused requests itself: of these statuses they belong to what is tested. */
    private final Pattern refused;

    private int loads;

    /** Opens the first page. Nobody is signed in, which the server says with status 401; {@code statuses} may be more. */
    static Visitor at(Browser browser, Browser.NewContextOptions options, int... statuses) {
        Visitor visitor = new Visitor(browser.newContext(options), statuses);
        visitor.page.navigate(Product.address() + "/");
        return visitor;
    }

    private Visitor(BrowserContext context, int... statuses) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.context = context;
        this.refused = Pattern.compile(Arrays.stream(statuses)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|", "Failed to load resource: .* status of (401|", ") .*")));
        context.onRequest(request -> {
            String address = request.url();
            if (!address.startsWith(Product.address().toString())
                    && !OWN.matcher(address).matches()) {
                complaints.add("asked " + address);
            }
        });
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !refused.matcher(message.text()).matches()) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onLoad(loaded -> loads++);
    }

    Page page() {
        return page;
    }

    /** What nobody should have had to see since this was asked last: errors, refused styles and scripts, foreign hosts. */
    List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    void hasNothingToComplainOf() {
        assertThat(complaints()).isEmpty();
    }

    /** In English. */
    void signsIn(String email, String password) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        assertThat(button("Sign out")).isVisible();
    }

    /** By the part of the address after "#". */
    void goesTo(String path) {
        page.evaluate("path => { location.hash = path }", path);
    }

    /** By the navigation. */
    void follows(String entry) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(MENU))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    /** Does what makes the page be loaded again, and waits until it is. */
    void reloadedBy(Runnable action) {
        int before = loads;
        action.run();
        page.waitForCondition(() -> loads > before);
    }

    void hears(String message) {
        assertThat(page.locator(".notices")).containsText(message);
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** A button of the dialog that is open. */
    Locator answer(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The lines of the page's table. */
    Locator rows() {
        return page.locator("main tbody").getByRole(AriaRole.ROW);
    }

    Locator row(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    int width() {
        return (int) page.evaluate("document.documentElement.scrollWidth");
    }

    @Override
    public void close() {
        context.close();
    }
}
