package io.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import io.platen.localstack.demo.DemoPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** What customers, the contact centre, billing and the web administrator do with devices and meter reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DevicesJourneyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int WIDE = 1440;
    private static final int PHONE = 375;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private LocalStack stack;
    private Chromium chromium;

    @BeforeAll
    void start() {
        stack = LocalStack.builder()
                .dataDir(folder.resolve("stack"))
                .demo(false)
                .environment(Service.METER, "PLATEN_METER_CHECK_INTERVAL", "1s")
                .start();
        Cast.hire(stack);
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        if (Objects.nonNull(chromium)) {
            chromium.close();
        }
        if (Objects.nonNull(stack)) {
            stack.close();
        }
    }

    @Test
    void aFleetIsReadWithTheKeyboardAlone() {
        var premises = Premises.load(stack, "11", 4);
        awaitDue(premises, 4);
        try (var reader = signedIn(premises.manager(), WIDE)) {
            reader.opens("/reads");
            var dues = reader.list("Due now").getByRole(AriaRole.LISTITEM);
            assertThat(dues).hasCount(4);
            reader.hasAFlawlessPage();

            dues.first().getByLabel("Total").focus();
            var keyboard = reader.page().keyboard();
            keyboard.type(Integer.toString(Premises.FIRST_READ + 120));
            keyboard.press("Enter");
            keyboard.type(Integer.toString(Premises.FIRST_READ - 1));
            keyboard.press("Enter");
            keyboard.type(Integer.toString(Premises.FIRST_READ + 130));
            keyboard.press("Enter");
            keyboard.type(Integer.toString(Premises.FIRST_READ + 140));
            keyboard.press("Enter");
            // Three leave with a tick; the wrong one stays where it is, with what is wrong beside it.
            assertThat(dues).hasCount(1);
            assertThat(dues.first()).containsText(premises.serial(1));
            assertThat(dues.first()).containsText("METER_LOWER_THAN_PREVIOUS");
            assertThat(dues.first().getByLabel("Total")).hasValue(Integer.toString(Premises.FIRST_READ - 1));
            reader.hasAFlawlessPage();

            dues.first().getByLabel("Total").focus();
            keyboard.press("Control+a");
            keyboard.type(Integer.toString(Premises.FIRST_READ + 150));
            keyboard.press("Enter");
            assertThat(reader.page().locator("main")).containsText("All due reads are in");
            reader.hasAFlawlessPage();
        }
        for (var device : premises.devices()) {
            assertThat(lastTotal(premises, device)).isGreaterThan(Premises.FIRST_READ);
        }
    }

    @Test
    void aSpreadsheetIsSentItsErrorMendedAndSentAgain() throws IOException {
        var premises = Premises.load(stack, "12", 3);
        awaitDue(premises, 3);
        try (var reader = signedIn(premises.manager(), WIDE)) {
            reader.opens("/reads");
            assertThat(reader.list("Due now")).isVisible();
            var template = reader.page()
                    .waitForDownload(() -> reader.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download as spreadsheet"))
                            .click())
                    .path();
            var sheet = new DueSheet(Files.readAllBytes(template));
            sheet.fill(premises.serial(0), Premises.FIRST_READ + 210);
            sheet.fill(premises.serial(1), Premises.FIRST_READ - 5);
            sheet.fill(premises.serial(2), Premises.FIRST_READ + 230);

            reader.opens("/reads/upload");
            assertThat(reader.heading("Meter reads by spreadsheet")).isVisible();
            reader.hasAFlawlessPage();
            upload(reader, sheet);
            var rows = reader.table("Rows that need attention");
            assertThat(rows).containsText("METER_LOWER_THAN_PREVIOUS");
            assertThat(rows).containsText(premises.serial(1));
            reader.hasAFlawlessPage();

            sheet.fill(premises.serial(1), Premises.FIRST_READ + 220);
            reader.opens("/reads/upload");
            upload(reader, sheet);
            assertThat(reader.page().locator("main")).containsText("3 reads captured, nothing needs attention.");
            reader.hasAFlawlessPage();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(lastTotal(premises, premises.devices().get(i))).isEqualTo(Premises.FIRST_READ + 210 + 10 * i);
            assertThat(reads(premises, premises.devices().get(i))).hasSize(2);
        }
    }

    private static void upload(Person person, DueSheet sheet) {
        person.page()
                .getByLabel("Choose a file")
                .first()
                .setInputFiles(new FilePayload("reads.xlsx", XLSX, sheet.bytes()));
        assertThat(person.heading("reads.xlsx")).isVisible();
    }

    @Test
    void aCorrectionGoesToBillingAndTheOldValueStaysVisible() {
        var premises = Premises.load(stack, "13", 1);
        var device = premises.devices().getFirst();
        premises.read(device, Premises.today().minusDays(3), Premises.FIRST_READ + 900);
        invoice(premises);
        try (var customer = signedIn(premises.administrator(), WIDE);
                var office = signedIn(Cast.CLERK, WIDE)) {
            office.opens("/reads/corrections");
            assertThat(office.heading("Corrections")).isVisible();
            office.waitsUntilLive();
            office.staysOnThisPage();
            customer.opens("/devices/" + device);
            assertThat(customer.button("Ask for a correction: Total")).isVisible();
            // Today's right read is below the wrong one that was invoiced: from the refusal a correction is a click
            // away.
            customer.opens("/reads/" + device);
            customer.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Total"))
                    .fill(Integer.toString(Premises.FIRST_READ + 800));
            customer.button("Submit read").click();
            assertThat(customer.page().locator("main")).containsText("METER_LOWER_THAN_PREVIOUS");
            customer.button("Edit").click();
            var dialog = customer.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("Total")).hasValue(Integer.toString(Premises.FIRST_READ + 800));
            dialog.getByLabel("Read on").fill(Premises.today().minusDays(3).toString());
            dialog.getByLabel("Total").fill(Integer.toString(Premises.FIRST_READ + 700));
            dialog.getByLabel("Comment").fill("The seven was read as a nine.");
            customer.hasAFlawlessPage();
            customer.button("Send to billing").click();
            var heading = customer.page().locator("main h1");
            assertThat(heading).containsText("Correction MC-");
            var number = heading.innerText().replaceAll("(?s).*?(MC-\\d{7}).*", "$1");
            customer.waitsUntilLive();
            customer.staysOnThisPage();
            customer.hasAFlawlessPage();

            assertThat(office.row("Corrections", number)).isVisible();
            office.hasNotReloaded();
            office.opens("/reads/corrections/" + number);
            office.button("Approve").first().click();
            office.page().getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("The machine's own report agrees.");
            office.hasAFlawlessPage();
            office.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
                    .click();
            assertThat(customer.page().locator("main")).containsText("Approved");
            customer.hasNotReloaded();

            customer.opens("/devices/" + device);
            var corrected = customer.row("Meter-read history", number);
            assertThat(corrected).containsText("10,700");
            assertThat(corrected.locator("del")).containsText("10,900");
            customer.hasAFlawlessPage();
        }
    }

    /** MET-29: on a telephone, without the page of the device. */
    @Test
    void aCorrectionIsStartedFromAccountSupport() {
        var premises = Premises.load(stack, "18", 2);
        var device = premises.devices().getFirst();
        premises.read(device, Premises.today().minusDays(3), Premises.FIRST_READ + 900);
        invoice(premises);
        try (var customer = signedIn(premises.administrator(), PHONE);
                var office = signedIn(Cast.CLERK, WIDE)) {
            customer.opens("/support");
            assertThat(customer.heading("Account support")).isVisible();
            customer.hasAFlawlessPage();
            var picker = customer.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Device"))
                    .first();
            picker.fill(premises.serial(0));
            customer.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(premises.serial(0)))
                    .first()
                    .click();
            assertThat(customer.table("On the last usage invoice")).containsText("10,900");
            customer.hasAFlawlessPage();
            customer.button("Ask for a correction: Total").click();
            var dialog = customer.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Total").fill(Integer.toString(Premises.FIRST_READ + 700));
            dialog.getByLabel("Comment").fill("The seven was read as a nine.");
            customer.hasAFlawlessPage();
            customer.button("Send to billing").click();
            var heading = customer.page().locator("main h1");
            assertThat(heading).containsText("Correction MC-");
            var number = heading.innerText().replaceAll("(?s).*?(MC-\\d{7}).*", "$1");

            office.opens("/reads/corrections");
            assertThat(office.row("Corrections", number)).containsText(premises.serial(0));
        }
    }

    @Test
    void aMachineIsAskedForAndComesOnTheAccount() {
        var former = Premises.load(stack, "14", 1);
        var premises = Premises.load(stack, "15", 1);
        var reviewer = "wanda@platen.example";
        stack.api(stack.adminToken())
                .mustPost(
                        "/api/users",
                        Map.of(
                                "email",
                                reviewer,
                                "name",
                                "Wanda",
                                "language",
                                "en",
                                "password",
                                DemoPeople.PASSWORD,
                                "staff",
                                Map.of("role", "WEB_ADMINISTRATOR", "regions", List.of())),
                        "premises-reviewer");
        try (var customer = signedIn(premises.administrator(), WIDE);
                var web = signedIn(reviewer, WIDE)) {
            web.opens("/devices/requests");
            assertThat(web.heading("Device requests")).isVisible();
            web.waitsUntilLive();
            web.staysOnThisPage();
            customer.opens("/devices/requests");
            customer.page().getByLabel("Serial number").fill("NOBODY-HAS-THIS");
            customer.button("Check").click();
            assertThat(customer.page().locator("main")).containsText("SERIAL_UNKNOWN");
            customer.page().getByLabel("Serial number").fill(former.serial(0));
            customer.button("Check").click();
            assertThat(customer.page().locator("main")).containsText("Is this the machine?");
            assertThat(customer.page().locator("main")).containsText("Ostrel 14");
            assertThat(customer.page().locator("main")).not().containsText("Premises 14");
            customer.hasAFlawlessPage();
            customer.button("Ask for it").click();
            assertThat(customer.row("Device requests", former.serial(0))).containsText("Waits for a decision");
            customer.waitsUntilLive();
            customer.staysOnThisPage();

            var asked = web.row("Device requests", former.serial(0));
            assertThat(asked).isVisible();
            web.hasNotReloaded();
            web.hasAFlawlessPage();
            asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
                    .click();
            web.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
                    .click();
            assertThat(customer.row("Device requests", former.serial(0))).containsText("Approved");
            customer.hasNotReloaded();
            customer.opens("/devices");
            assertThat(customer.row("Devices", former.serial(0))).isVisible();
        }
        assertThat(former.asManager().mustGet("/api/devices").required("total").asInt())
                .isZero();
    }

    @Test
    void aMonitoredMachineThatMovesIsToBeReconnectedUntilItIsHeardAgain() {
        var premises = Premises.load(stack, "16", 1);
        var device = premises.devices().getFirst();
        var agent = new Reporter(stack, premises.account());
        agent.reports(premises.serial(0), 1);
        try (var customer = signedIn(premises.administrator(), PHONE);
                var planner = signedIn(Cast.PLANNER, WIDE)) {
            customer.opens("/devices/" + device);
            assertThat(customer.page().locator(".p-facts")).containsText("Reporting");
            customer.waitsUntilLive();
            customer.staysOnThisPage();
            customer.button("Change the location").click();
            var dialog = customer.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Site").fill("Annex");
            dialog.getByLabel("Room or floor").fill("3.04");
            customer.hasAFlawlessPage();
            customer.button("Save the location").click();
            assertThat(customer.page().locator(".p-facts")).containsText("Annex");
            assertThat(customer.page().locator(".p-facts")).containsText("To be reconnected");
            planner.opens("/devices?q=" + premises.serial(0));
            assertThat(planner.row("Devices", premises.serial(0))).containsText("Annex");

            agent.reports(premises.serial(0), 2);
            assertThat(customer.page().locator(".p-facts")).containsText("Reporting");
            assertThat(customer.page().locator(".p-facts")).not().containsText("To be reconnected");
            customer.hasNotReloaded();
            customer.hasAFlawlessPage();
        }
    }

    @Test
    void aReplacedCounterKeepsTheBillingMeterGoing() {
        var premises = Premises.load(stack, "17", 1);
        var device = premises.devices().getFirst();
        try (var desk = signedIn(Cast.DESK, WIDE)) {
            desk.opens("/devices/" + device);
            desk.button("More").click();
            desk.hasAFlawlessPage();
            desk.button("Counter replaced").click();
            var dialog = desk.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Replaced on").fill(Premises.today().minusDays(5).toString());
            dialog.getByLabel("Total, old").fill(Integer.toString(Premises.FIRST_READ + 400));
            dialog.getByLabel("Total, new").fill("0");
            dialog.getByLabel("Reason").fill("Main board replaced.");
            desk.hasAFlawlessPage();
            desk.button("Save the new base").click();
            assertThat(dialog).hasCount(0);
            assertThat(desk.page().locator("main")).containsText("Counter replaced");
        }
        try (var reader = signedIn(premises.manager(), PHONE)) {
            reader.opens("/reads/" + device);
            // Compared with what the new counter began with, not with what the old one ended with.
            assertThat(reader.page().locator("main form")).containsText("Previous: 0.");
            reader.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Total"))
                    .fill("150");
            reader.button("Submit read").click();
            assertThat(reader.page().locator("main")).containsText("Read accepted");
            reader.hasAFlawlessPage();
        }
        // 400 pages with the old counter and 150 with the new one, without a gap.
        var clerk = Cast.as(stack, Cast.CLERK);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clerk.mustGet("/api/customers/" + premises.systemAccountNumber())
                                .required("usage")
                                .toString())
                        .contains("550"));
    }

    /** What was printed up to yesterday stands on an invoice. */
    private void invoice(Premises premises) {
        var clerk = Cast.as(stack, Cast.CLERK);
        await().atMost(PATIENCE)
                .until(() -> clerk.post(
                                        "/api/contracts/" + premises.contractNumber() + "/usage-invoices",
                                        Map.of(
                                                "from",
                                                Premises.today()
                                                        .plusDays(3)
                                                        .minusMonths(2)
                                                        .toString(),
                                                "until",
                                                Premises.today().minusDays(1).toString()),
                                        "premises-invoice-" + Instant.now())
                                .status()
                        == 201);
    }

    private void awaitDue(Premises premises, int count) {
        await("the reads are due")
                .atMost(PATIENCE)
                .until(() -> premises.asManager()
                                .mustGet("/api/meters/due")
                                .required("total")
                                .asInt()
                        == count);
    }

    private static List<Integer> reads(Premises premises, String device) {
        return premises.asManager()
                .mustGet("/api/devices/" + device + "/reads")
                .required("items")
                .valueStream()
                .map(read -> read.at("/counters/total").asInt())
                .toList();
    }

    private static int lastTotal(Premises premises, String device) {
        return reads(premises, device).getFirst();
    }

    private Person signedIn(String email, int width) {
        var person = new Person(chromium.browser(), stack.url(), ColorScheme.LIGHT, width);
        person.signsIn(email, DemoPeople.PASSWORD);
        return person;
    }
}
