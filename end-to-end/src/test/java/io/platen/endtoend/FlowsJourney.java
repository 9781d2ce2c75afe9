package io.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.platen.localstack.LocalStack;
import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.apps.Service;
import io.platen.localstack.demo.DemoPeople;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import tools.jackson.databind.JsonNode;

/** Customer, contact centre, planner and engineer look at the same thing while it changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
abstract class FlowsJourney {
    private static final double BY_ITSELF = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PHONE = 375;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private LocalStack stack;
    private Chromium chromium;

    /** How many copies of what. */
    abstract void arrange(LocalStackBuilder stack);

    @BeforeAll
    void start() throws IOException {
        var builder = LocalStack.builder()
                .dataDir(folder.resolve("stack"))
                .demo(true)
                .walks(Printers.gather(folder.resolve("walks")))
                .agentEnvironment("PLATEN_AGENT_SUPPLIES_EVERY", "2s")
                .agentEnvironment("PLATEN_AGENT_COUNTERS_EVERY", "2s");
        arrange(builder);
        stack = builder.start();
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
    void anIncidentIsOpenedPrioritisedPlannedVisitedAndResolvedBeforeEverybodysEyes() {
        var subject = "Stops with a rattle at tray two";
        try (var customer = signedIn(Cast.CUSTOMER, 1440);
                var desk = signedIn(Cast.DESK, 1440);
                var planner = signedIn(Cast.PLANNER, 1440);
                var engineer = signedIn(Cast.ENGINEER, PHONE)) {
            desk.opens("/tickets");
            assertThat(desk.table("Ticket queue")).isVisible();
            desk.waitsUntilLive();
            desk.staysOnThisPage();
            planner.opens("/board");
            assertThat(planner.list("Unplanned tickets")).isVisible();
            planner.waitsUntilLive();
            planner.staysOnThisPage();
            engineer.opens("/visits");
            assertThat(engineer.heading("My visits")).isVisible();
            engineer.staysOnThisPage();

            var reference = opensIncident(customer, subject);
            customer.hasAFlawlessPage();
            customer.waitsUntilLive();
            customer.staysOnThisPage();
            assertThat(desk.row("Ticket queue", subject)).isVisible();
            assertThat(planner.list("Unplanned tickets")).containsText(reference);
            desk.hasNotReloaded();
            desk.hasAFlawlessPage();

            desk.opens("/tickets/" + reference);
            choose(desk, "Is it business-critical for the customer?", "Yes");
            choose(desk, "Is there a workaround?", "No");
            desk.hasAFlawlessPage();
            desk.button("Set priority").click();
            assertThat(customer.step()).containsText("Prioritised");
            assertThat(customer.page().locator("main")).containsText("Priority 1");
            assertThat(planner.list("Unplanned tickets")
                            .getByRole(AriaRole.LISTITEM)
                            .filter(new Locator.FilterOptions().setHasText(reference)))
                    .not()
                    .containsText("Needs a priority first");

            planner.button("Plan a visit for " + reference).first().click();
            var dialog = planner.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).isVisible();
            dialog.getByLabel("Engineer")
                    .first()
                    .selectOption(new SelectOption().setLabel(Cast.ENGINEER_NAME + " · NL"));
            dialog.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true))
                    .fill(LocalDate.now(ZoneId.of("Europe/London")).plusDays(1).toString());
            dialog.getByLabel("Start").fill("09:30");
            planner.hasAFlawlessPage();
            planner.button("Save the visit").click();
            assertThat(planner.list("Unplanned tickets")).not().containsText(reference);
            assertThat(customer.step()).containsText("Visit planned");
            assertThat(engineer.page().locator("main")).containsText(reference);
            planner.hasNotReloaded();
            engineer.hasNotReloaded();
            engineer.hasAFlawlessPage();

            engineer.opens("/visits/" + reference);
            engineer.waitsUntilLive();
            engineer.button("En route").click();
            assertThat(customer.page().locator("main")).containsText("Engineer en route");
            engineer.button("Arrived").click();
            assertThat(customer.step()).containsText("In progress");
            engineer.hasAFlawlessPage();
            engineer.page().getByLabel("What was done").fill("Feed roller replaced, 200 pages printed without a stop.");
            engineer.button("Done").click();
            assertThat(customer.step()).containsText("Resolved");
            customer.hasNotReloaded();
            customer.hasAFlawlessPage();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mailsTo(Cast.CUSTOMER, reference))
                            .hasSize(5)
                            .doesNotHaveDuplicates());
        }
    }

    private String opensIncident(Person customer, String subject) {
        customer.opens("/tickets/new");
        assertThat(customer.heading("New ticket")).isVisible();
        customer.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Incident"))
                .first()
                .check(new Locator.CheckOptions().setForce(true));
        var device = Cast.as(stack, Cast.CUSTOMER)
                .mustGet("/api/devices?assigned=true&size=1&sort=serialNumber,asc")
                .required("items")
                .required(0)
                .required("serialNumber")
                .asString();
        customer.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Device"))
                .first()
                .fill(device);
        customer.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(device))
                .first()
                .click();
        customer.page().getByLabel("Topic").first().selectOption(new SelectOption().setLabel("Paper jam"));
        customer.page().getByLabel("Subject").fill(subject);
        customer.page().getByLabel("Description").fill("Since this morning, and louder every time.");
        customer.hasAFlawlessPage();
        customer.button("Open ticket").click();
        var heading = customer.page().locator("main h1");
        assertThat(heading).containsText("HD-");
        return heading.innerText().replaceAll("(?s).*?(HD-\\d+).*", "$1");
    }

    @Test
    void aPrinterThatTurnsLowIsSentTonerOnceAndOneMailSaysSo() throws Exception {
        var printer = stack.walks().orElseThrow().printer(Printers.OWN);
        var desk = Cast.as(stack, Cast.DESK);
        var device = await().atMost(PATIENCE)
                .until(
                        () -> desk.mustGet("/api/devices?q=" + Printers.OWN_SERIAL)
                                .required("items"),
                        items -> !items.isEmpty())
                .required(0)
                .required("id")
                .asString();
        await().atMost(PATIENCE)
                .until(() -> desk.mustGet("/api/devices/" + device)
                        .at("/autoToner/state")
                        .asString("")
                        .equals("ENABLED_ACTIVE"));
        try (var customer = signedIn(Cast.CUSTOMER, 1440);
                var contact = signedIn(Cast.DESK, 1440)) {
            customer.opens("/orders");
            assertThat(customer.heading("Products & supplies")).isVisible();
            customer.waitsUntilLive();
            customer.staysOnThisPage();
            contact.opens("/customers/" + Cast.HER_ACCOUNT);
            assertThat(contact.page().locator("main")).containsText("Open orders");
            contact.waitsUntilLive();
            contact.staysOnThisPage();

            printer.print(7_500);
            assertThat(customer.row("Orders", Printers.OWN_SERIAL).first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BY_ITSELF));
            customer.hasNotReloaded();
            customer.hasAFlawlessPage();
            var order = onlyOrderOf(device).required("orderNumber").asString();
            assertThat(contact.row("Open orders", order)).isVisible();
            contact.hasNotReloaded();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(mailsTo(Cast.CUSTOMER, order)).hasSize(1));

            assertThat(Repeats.deliverAgain(stack, "platen.device", "platen.device.TonerLow.v1", device, 3))
                    .isPositive();
            Groups.readAgain(stack, Service.SUPPLY);
            Groups.readAgain(stack, Service.NOTIFICATION);
            var ticket = openTicket("After everything was read again");
            await("what came later is through, so the repeats are as well")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(mailsTo(Cast.CUSTOMER, ticket)).hasSize(1));
            assertThat(onlyOrderOf(device).required("orderNumber").asString()).isEqualTo(order);
            assertThat(mailsTo(Cast.CUSTOMER, order)).hasSize(1);
        }
    }

    private JsonNode onlyOrderOf(String device) {
        var orders = Cast.as(stack, Cast.DESK)
                .mustGet("/api/orders?state=all&size=200")
                .required("items")
                .valueStream()
                .filter(order -> order.required("deviceId").asString().equals(device))
                .toList();
        assertThat(orders).hasSize(1);
        return orders.getFirst();
    }

    @Test
    void theReadsOfAMonthBecomeAnInvoiceToTheCentAndNoSecondOne() throws Exception {
        var admin = stack.api(stack.adminToken());
        var account = id(admin.mustPost(
                "/api/accounts",
                Map.of(
                        "customerAccountNumber", "NL-97001",
                        "systemAccountNumber", "700097001",
                        "name", "Drukwerk Delta",
                        "country", "NL",
                        "region", "NL"),
                "flows-account"));
        var reader = "reader@delta.example";
        admin.mustPost(
                "/api/users",
                Map.of(
                        "email",
                        reader,
                        "name",
                        "Rita Reader",
                        "language",
                        "en",
                        "password",
                        DemoPeople.PASSWORD,
                        "customer",
                        Map.of("accountId", account, "role", "ADMINISTRATOR")),
                "flows-reader");
        var model = id(admin.mustPost(
                "/api/models",
                Map.of(
                        "manufacturer",
                        "Ostrel",
                        "name",
                        "Ostrel 97",
                        "counters",
                        List.of("TOTAL"),
                        "tonerColours",
                        List.of("BLACK"),
                        "autoTonerCapable",
                        false),
                "flows-model"));
        var device = id(admin.mustPost(
                "/api/devices",
                Map.of(
                        "modelId",
                        model,
                        "serialNumber",
                        "OL97-0001",
                        "accountId",
                        account,
                        "location",
                        Map.of(
                                "site", "Works",
                                "street", "Dijk 1",
                                "postalCode", "4331 AB",
                                "city", "Middelburg",
                                "country", "NL",
                                "timeZone", "UTC")),
                "flows-device"));
        var today = LocalDate.now(ZoneOffset.UTC);
        var clerk = Cast.as(stack, Cast.CLERK);
        clerk.mustPost(
                "/api/contracts",
                Map.of(
                        "number",
                        "DELTA-1",
                        "accountId",
                        account,
                        "deviceIds",
                        List.of(device),
                        "start",
                        today.minusMonths(2).toString(),
                        "end",
                        today.plusYears(1).toString(),
                        "maintenance",
                        true,
                        "supplies",
                        true,
                        "currency",
                        "EUR",
                        "rates",
                        Map.of("total", "0.0125")),
                "flows-contract");
        var customer = Cast.as(stack, reader);
        // the one before the period is where it begins to count, the one after it is none of its
        for (var read : List.of(Map.entry(25, 1_000), Map.entry(15, 1_433), Map.entry(2, 1_877), Map.entry(0, 1_950))) {
            customer.mustPost(
                    "/api/devices/" + device + "/reads",
                    Map.of(
                            "readOn",
                            today.minusDays(read.getKey()).toString(),
                            "counters",
                            Map.of("total", read.getValue())),
                    "flows-read-" + read.getKey());
        }
        var period = Map.of(
                "from",
                today.minusDays(20).toString(),
                "until",
                today.minusDays(1).toString());
        await("billing knows the reads").atMost(PATIENCE).until(() -> readsKnownToBilling(device) == 4);
        var invoice = clerk.mustPost("/api/contracts/DELTA-1/usage-invoices", period, "flows-invoice");
        // 877 pages at 0.0125 are 10.9625
        assertThat(invoice.at("/total/value").asString()).isEqualTo("10.96");
        var number = invoice.required("number").asString();

        Groups.readAgain(stack, Service.BILLING);
        var again = clerk.post("/api/contracts/DELTA-1/usage-invoices", period, "flows-again");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().required("code").asString()).isEqualTo("PERIOD_ALREADY_INVOICED");
        try (var office = signedIn(Cast.CLERK, 1440);
                var paying = signedIn(reader, PHONE)) {
            office.opens("/invoices");
            assertThat(office.row("Invoices", "DELTA-1")).hasCount(1);
            assertThat(office.row("Invoices", "DELTA-1")).containsText("10.96");
            office.hasAFlawlessPage();
            paying.opens("/invoices/" + number);
            assertThat(paying.heading("Invoice " + number)).isVisible();
            assertThat(paying.page().locator("main")).containsText("10.96");
            paying.hasAFlawlessPage();
        }
    }

    private int readsKnownToBilling(String device) throws SQLException {
        try (var connection = stack.postgres().superuser(Service.BILLING.id());
                var reads = connection.prepareStatement("select count(*) from meter_read where device_id = ?::uuid")) {
            reads.setString(1, device);
            try (var rows = reads.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private String openTicket(String subject) {
        return Cast.as(stack, Cast.CUSTOMER)
                .mustPost(
                        "/api/tickets",
                        Map.of(
                                "kind", "QUESTION",
                                "subject", subject,
                                "description", "A question.",
                                "topic", "OTHER"),
                        "flows-ticket-" + subject.hashCode())
                .required("reference")
                .asString();
    }

    LocalStack stack() {
        return stack;
    }

    List<String> mailsTo(String address, String about) {
        return new Mailbox(address, stack.mail().imapPort()).about(about);
    }

    Person signedIn(String email, int width) {
        var person = new Person(chromium.browser(), stack.url(), ColorScheme.LIGHT, width);
        person.signsIn(email, DemoPeople.PASSWORD);
        return person;
    }

    private static void choose(Person person, String question, String answer) {
        person.page()
                .getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(question))
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static String id(JsonNode answer) {
        return answer.required("id").asString();
    }
}
