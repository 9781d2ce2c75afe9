package io.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;

/** Somebody at a screen of his own: a browser context with its own cookies. */
final class Person implements AutoCloseable {
    private static final int WIDE = 1440;
    private final URI platform;
    private final BrowserContext context;
    private final Page page;

    Person(Browser browser, URI platform, ColorScheme scheme) {
        this(browser, platform, scheme, WIDE);
    }

    /** @param width of the window in pixels; 375 is a phone */
    Person(Browser browser, URI platform, ColorScheme scheme, int width) {
        this.platform = platform;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        page.navigate(platform.resolve(path).toString());
    }

    void signsIn(String email, String password) {
        opens("/");
        assertThat(heading("Sign in to Platen")).isVisible();
        hasAFlawlessPage();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("E-mail address").fill(email);
        hasAFlawlessPage();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in").click();
        // in whatever language, and on a phone behind a button
        assertThat(page.locator("nav.p-nav")).isAttached();
    }

    void setsOffline(boolean offline) {
        context.setOffline(offline);
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator table(String name) {
        return page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator list(String name) {
        return page.getByRole(
                AriaRole.LIST, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Where a ticket stands, of the steps it takes. */
    Locator step() {
        return page.locator("[aria-current=step]");
    }

    /** The row of a table that holds all these words. */
    Locator row(String table, String... words) {
        var rows = table(table).getByRole(AriaRole.ROW);
        for (var word : words) {
            rows = rows.filter(new Locator.FilterOptions().setHasText(word));
        }
        return rows;
    }

    Locator meter(String name) {
        return page.getByRole(
                AriaRole.METER, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The line of one supply on a device's page. */
    Locator supply(String name) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** From now on a reload of the page would be noticed. */
    void staysOnThisPage() {
        page.evaluate("window.platenJourney = 'here since'");
    }

    void hasNotReloaded() {
        assertThat(page.evaluate("window.platenJourney")).isEqualTo("here since");
    }

    void waitsUntilLive() {
        assertThat(page.locator(".p-live-live")).isVisible();
    }

    /** A page that must be moved sideways to be read. */
    boolean isWiderThanItsWindow() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Axe finds nothing, by any of its rules. */
    void hasAFlawlessPage() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + " on " + page.url() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
