package io.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.demo.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job, with every service once; and every page in the three languages, wide and on a phone, light and dark. */
class MeterReadJourneyIT extends MeterReadJourney {
    @Override
    void arrange(LocalStackBuilder stack) {}

    @ParameterizedTest
    @CsvSource({
        "emily, 1440, LIGHT",
        "emily, 375, DARK",
        "anna.jansen, 1440, DARK",
        "anna.jansen, 375, LIGHT",
        "rui.almeida, 375, DARK",
        "sem.mulder, 375, LIGHT",
    })
    void axeFindsNothingOnAnyPageOfACustomer(String who, int width, ColorScheme scheme) {
        var paths = new ArrayList<>(List.of(
                "/",
                "/devices",
                "/devices/mine",
                "/devices/assign",
                "/devices/requests",
                "/devices/groups",
                "/reads",
                "/reads/upload",
                "/reads/history",
                "/reads/corrections",
                "/reads/corrections/MC-9999999",
                "/devices?page=99",
                "/devices/" + UUID.randomUUID()));
        var email = DemoPeople.email(who);
        var devices = stack().api(stack().demoToken(email)).get("/api/devices?size=1&assigned=true");
        if (devices.status() == 200) {
            devices.body().required("items").forEach(device -> {
                paths.add("/devices/" + device.required("id").asString());
                paths.add("/reads/" + device.required("id").asString());
            });
        }
        everyPageIsFlawless(email, width, scheme, paths);
    }

    @ParameterizedTest
    @CsvSource({
        "mila.deboer, 1440, LIGHT",
        "mila.deboer, 375, DARK",
        "tiago.ramos, 375, LIGHT",
        "bram.hendriks, 1440, DARK"
    })
    void axeFindsNothingOnAnyPageOfTheDesk(String who, int width, ColorScheme scheme) {
        everyPageIsFlawless(
                DemoPeople.email(who),
                width,
                scheme,
                List.of(
                        "/",
                        "/customers",
                        "/customers?q=nobody",
                        "/customers/" + HER_ACCOUNT,
                        "/customers/1",
                        "/devices",
                        "/devices/requests",
                        "/reads/corrections",
                        "/reads/investigations",
                        "/tickets/nowhere/at-all"));
    }

    private void everyPageIsFlawless(String email, int width, ColorScheme scheme, List<String> paths) {
        try (var person = signedIn(email, scheme, width)) {
            for (var path : paths) {
                person.opens(path);
                assertThat(person.page().locator("main h1")).hasCount(1);
                assertThat(person.page().locator(".p-waiting")).hasCount(0);
                person.hasAFlawlessPage();
                assertThat(person.isWiderThanItsWindow())
                        .as(path + " at " + width)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsTypedIntoTheCommandMenuIsOpenedByEnter() {
        var device = unread();
        try (var manager = deviceManager(ColorScheme.LIGHT)) {
            manager.opens("/");
            assertThat(manager.heading("Dashboard")).isVisible();
            manager.page().keyboard().press("Control+k");
            var menu = manager.page().getByRole(AriaRole.COMBOBOX).first();
            assertThat(menu).isFocused();
            manager.hasAFlawlessPage();
            menu.fill(device.serial());
            manager.page().keyboard().press("Enter");
            assertThat(manager.heading(device.serial())).isVisible();

            manager.page().keyboard().press("?");
            assertThat(manager.page().getByRole(AriaRole.DIALOG)).isVisible();
            manager.hasAFlawlessPage();
            manager.page().keyboard().press("Escape");
            assertThat(manager.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    @Test
    void withoutANetworkThePageSaysSoAndKeepsWhatItShows() {
        try (var manager = deviceManager(ColorScheme.LIGHT)) {
            manager.opens("/devices");
            assertThat(manager.row("Devices", unread().serial())).isVisible();
            manager.waitsUntilLive();
            manager.setsOffline(true);
            var notice = manager.page().locator(".p-notice");
            assertThat(notice).isVisible();
            assertThat(manager.row("Devices", unread().serial())).isVisible();
            manager.hasAFlawlessPage();
            manager.setsOffline(false);
            assertThat(notice).hasCount(0);
            manager.waitsUntilLive();
        }
    }

    @Test
    void everythingThatThePortalReliesOnIsInThePlatformsDocument() {
        assertThat(PortalDocument.missingIn(stack().api("").mustGet("/api/openapi.json")))
                .isEmpty();
    }
}
