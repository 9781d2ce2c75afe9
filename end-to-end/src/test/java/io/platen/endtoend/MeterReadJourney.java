package io.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.platen.endtoend.DemoDevice.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.platen.localstack.LocalStack;
import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.apps.Service;
import io.platen.localstack.demo.DemoPeople;
import io.platen.localstack.printers.ReplayedPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A device manager hands in reads, printers report by themselves, and the contact centre watches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
abstract class MeterReadJourney {
    private static final String MANAGER = DemoPeople.email("emily");
    static final String HER_ACCOUNT = "700030015";
    private static final String DESK = "nora.quinn@platen.example";
    /** The agent asks its printers every other second; then service, broker and view follow. */
    private static final double BY_ITSELF = 60_000;

    private static final List<String> LOW_AT_EPSON = List.of("Cyan", "Magenta", "Yellow");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private LocalStack stack;
    private Chromium chromium;
    private Deque<DemoDevice> unread;

    LocalStack stack() {
        return stack;
    }

    /** A device of hers that no test has read yet. */
    DemoDevice unread() {
        return unread.getFirst();
    }

    /** How many copies of what. */
    abstract void arrange(LocalStackBuilder stack);

    @BeforeAll
    void start() throws IOException {
        var builder = LocalStack.builder()
                .dataDir(folder.resolve("stack"))
                .demo(true)
                .walks(Printers.gather(folder.resolve("walks")))
                .environment(Service.DEVICE, "PLATEN_DEVICE_COUNTER_INTERVAL", "1s")
                .agentEnvironment("PLATEN_AGENT_SUPPLIES_EVERY", "2s")
                .agentEnvironment("PLATEN_AGENT_COUNTERS_EVERY", "2s");
        arrange(builder);
        stack = builder.start();
        stack.api(stack.adminToken())
                .mustPost(
                        "/api/users",
                        Map.of(
                                "email",
                                DESK,
                                "name",
                                "Nora Quinn",
                                "language",
                                "en",
                                "password",
                                DemoPeople.PASSWORD,
                                "staff",
                                Map.of("role", "CONTACT_CENTRE", "regions", List.of("NL", "GB"))),
                        "journey-desk");
        var manager = stack.api(stack.demoToken(MANAGER));
        unread = new ArrayDeque<>(await().atMost(Duration.ofMinutes(1))
                .until(() -> DemoDevice.assignedTo(manager), devices -> devices.size() >= 4));
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        // either may be missing when the start failed
        if (Objects.nonNull(chromium)) {
            chromium.close();
        }
        if (Objects.nonNull(stack)) {
            stack.close();
        }
    }

    @Test
    void aReadIsTakenUnderItsRulesAndTheContactCentreSeesItAppear() {
        var device = unread.removeFirst();
        try (var desk = contactCentre(ColorScheme.LIGHT);
                var manager = deviceManager(ColorScheme.LIGHT)) {
            desk.opens("/customers/" + HER_ACCOUNT);
            assertThat(desk.table("Recent meter reads")).isVisible();
            desk.waitsUntilLive();
            desk.staysOnThisPage();

            openForm(manager, device);
            enter(manager, device.total() - 1, device.plausibleColour());
            assertThat(manager.page().getByRole(AriaRole.ALERT).first()).containsText("METER_LOWER_THAN_PREVIOUS");
            assertThat(counter(manager, "Total")).hasAttribute("aria-invalid", "true");
            assertThat(besideTheField(manager))
                    .contains("METER_LOWER_THAN_PREVIOUS")
                    .contains(String.valueOf(device.total()));
            manager.hasAFlawlessPage();
            var refused = desk.row("Recent meter reads", device.serial(), written(device.total() - 1));

            enter(manager, device.plausibleTotal(), device.plausibleColour());
            assertThat(accepted(manager)).containsText(written(device.plausibleTotal()));
            manager.hasAFlawlessPage();
            assertThat(desk.row("Recent meter reads", device.serial(), written(device.plausibleTotal())))
                    .isVisible();
            assertThat(refused).hasCount(0);
            assertThat(desk.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Timeline")))
                    .containsText("Meter read Total " + written(device.plausibleTotal()));
            desk.hasNotReloaded();
            desk.hasAFlawlessPage();

            openForm(manager, device);
            enter(manager, device.plausibleTotal() + 10, device.plausibleColour());
            assertThat(manager.page().getByText("METER_ALREADY_SUBMITTED_TODAY").first())
                    .isVisible();
            manager.hasAFlawlessPage();
        }
        assertThat(readsOf(device)).containsExactly(device.plausibleTotal(), device.total());
    }

    @Test
    void aDoubtfulReadIsOnlySavedWhenItIsConfirmed() {
        var device = unread.removeFirst();
        try (var desk = contactCentre(ColorScheme.DARK);
                var manager = deviceManager(ColorScheme.DARK)) {
            desk.opens("/customers/" + HER_ACCOUNT);
            assertThat(desk.table("Recent meter reads")).isVisible();
            desk.waitsUntilLive();
            desk.staysOnThisPage();

            openForm(manager, device);
            enter(manager, device.doubtfulTotal(), device.plausibleColour());
            var question = manager.page()
                    .getByRole(
                            AriaRole.ALERTDIALOG,
                            new Page.GetByRoleOptions().setName("Is this right? Nothing is saved yet."));
            assertThat(question).containsText("OUTSIDE_EXPECTED_RANGE");
            assertThat(readsOf(device)).startsWith(device.total());
            manager.hasAFlawlessPage();

            manager.button("Yes, save this read").click();
            assertThat(accepted(manager)).containsText("Confirmed");
            assertThat(desk.row("Recent meter reads", device.serial(), written(device.doubtfulTotal())))
                    .containsText("Confirmed");
            desk.hasNotReloaded();
        }
        assertThat(readsOf(device)).startsWith(device.doubtfulTotal(), device.total());
    }

    @Test
    void aPrintersCounterAndTonerMoveOnItsPageByThemselves() {
        movesByItself(printer(Printers.OWN), 80);
    }

    @Test
    void aRealPrintersCounterAndTonerMoveOnItsPageByThemselves() {
        assumeTrue(Printers.haveRealOnes(), "no walks of real printers here; set PLATEN_WALKS to their folder");
        movesByItself(printer("kyocera_cs4053"), 72);
    }

    /** 1000 pages take a tenth of the cartridge. */
    private void movesByItself(ReplayedPrinter printer, int percent) {
        try (var desk = contactCentre(ColorScheme.LIGHT)) {
            desk.opens("/devices/" + idOf(printer.sheet().serialNumber()));
            assertThat(desk.heading(printer.sheet().serialNumber())).isVisible();
            desk.waitsUntilLive();
            desk.staysOnThisPage();
            var patience = new LocatorAssertions.HasAttributeOptions().setTimeout(BY_ITSELF);
            assertThat(desk.meter("Black toner")).hasAttribute("aria-valuenow", String.valueOf(percent), patience);

            printer.print(1_000);
            var shown = Objects.requireNonNull(printer.reading().counters().total());
            assertThat(desk.meter("Black toner")).hasAttribute("aria-valuenow", String.valueOf(percent - 10), patience);
            assertThat(desk.row("Meter-read history", written(shown), "Device").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BY_ITSELF));
            desk.hasNotReloaded();
            desk.hasAFlawlessPage();
        }
    }

    @Test
    void brotherSaysOnlyThatSomeIsLeftAndEpsonIsLowOnThreeColours() {
        assumeTrue(Printers.haveRealOnes(), "no walks of real printers here; set PLATEN_WALKS to their folder");
        try (var desk = contactCentre(ColorScheme.LIGHT)) {
            desk.opens("/devices/" + idOf(printer("brother").sheet().serialNumber()));
            assertThat(desk.page()
                            .getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Black toner: Some left")))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BY_ITSELF));
            assertThat(desk.meter("Black toner")).hasCount(0);
            desk.hasAFlawlessPage();

            var epson = idOf(printer("epson_cw").sheet().serialNumber());
            desk.opens("/devices/" + epson);
            for (var colour : LOW_AT_EPSON) {
                assertThat(desk.supply(colour + " ink"))
                        .containsText("Low", new LocatorAssertions.ContainsTextOptions().setTimeout(BY_ITSELF));
            }
            assertThat(desk.supply("Black ink")).not().containsText("Low");
            assertThat(desk().mustGet("/api/devices/" + epson + "/timeline?size=200")
                            .required("items")
                            .valueStream()
                            .filter(entry -> entry.required("type").asString().equals("TonerLow"))
                            .map(entry ->
                                    entry.required("data").required("colour").asString()))
                    .containsExactlyInAnyOrder("CYAN", "MAGENTA", "YELLOW");
            desk.hasAFlawlessPage();
        }
    }

    Person deviceManager(ColorScheme scheme) {
        return signedIn(MANAGER, scheme);
    }

    Person contactCentre(ColorScheme scheme) {
        return signedIn(DESK, scheme);
    }

    private Person signedIn(String email, ColorScheme scheme) {
        return signedIn(email, scheme, 1440);
    }

    Person signedIn(String email, ColorScheme scheme, int width) {
        var person = new Person(chromium.browser(), stack.url(), scheme, width);
        person.signsIn(email, DemoPeople.PASSWORD);
        return person;
    }

    static void openForm(Person manager, DemoDevice device) {
        manager.opens("/reads/" + device.id());
        assertThat(manager.heading("Enter a meter read")).isVisible();
        assertThat(counter(manager, "Total")).isVisible();
    }

    private static Locator counter(Person manager, String name) {
        return manager.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void enter(Person manager, long total, long colour) {
        counter(manager, "Total").fill(String.valueOf(total));
        counter(manager, "Colour").fill(String.valueOf(colour));
        manager.button("Submit read").click();
    }

    /** What a field says is wrong with it, with every number as plain digits. */
    private static String besideTheField(Person manager) {
        return manager.page()
                .locator(".mantine-TextInput-error")
                .first()
                .innerText()
                .replaceAll("(?<=\\d)[.,\\s](?=\\d)", "");
    }

    private static Locator accepted(Person manager) {
        return manager.page()
                .getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText("Read accepted"));
    }

    private ReplayedPrinter printer(String walk) {
        return stack.walks().orElseThrow().printer(walk);
    }

    private PlatenApi desk() {
        return stack.api(stack.token(DESK, DemoPeople.PASSWORD));
    }

    private String idOf(String serial) {
        return desk().mustGet("/api/devices?q=" + serial)
                .required("items")
                .required(0)
                .required("id")
                .asString();
    }

    /** What the view has of a device, the last read first. */
    private List<Long> readsOf(DemoDevice device) {
        return desk().mustGet("/api/devices/" + device.id() + "/reads")
                .required("items")
                .valueStream()
                .map(read -> read.required("counters").required("total").asLong())
                .limit(2)
                .toList();
    }
}
