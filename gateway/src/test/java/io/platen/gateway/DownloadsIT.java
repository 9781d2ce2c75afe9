package io.platen.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.contracts.meter.template.MeterRowKey;
import io.platen.contracts.meter.template.MeterTemplate;
import io.platen.gateway.view.Office;
import io.platen.platform.spreadsheet.BoundedWorkbook;
import io.platen.platform.spreadsheet.SheetCell;
import io.platen.platform.spreadsheet.WorkbookLimits;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The spreadsheets F-A, F-C, F-D and F-E: columns, language, scope. */
@PlatenIT
class DownloadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WorkbookLimits LIMITS = WorkbookLimits.of(20_000, 30);

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    private final Office office = new Office();
    private final String path = "/api/devices/" + office.device;
    private String manager;
    private String administrator;
    private Http http;

    /** A workbook as a person sees it. */
    private record Seen(String disposition, List<List<SheetCell>> rows) {

        List<String> header() {
            return row(0);
        }

        List<String> row(int number) {
            return rows.get(number).stream().map(SheetCell::plain).toList();
        }
    }

    @BeforeEach
    void known() {
        http = new Http(port);
        publish(office.history());
        publish(List.of(office.arrival(office.manager.toString(), new UserLanguageChanged(office.manager, "en"))));
        publish(office.replenishment());
        publish(office.enrolment());
        publish(office.fleet());
        publish(office.meters());
        manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        administrator = TestTokens.customer(UserId.random(), office.account, CustomerRole.ADMINISTRATOR);
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/me", manager).body().contains("\"language\":\"en\"")
                        && http.get(path, manager).body().contains("\"replacedBy\":{")
                        && http.get(path, manager).body().contains("Dock 7")
                        && http.get(path + "/reads", manager).body().contains("6000"));
    }

    @Test
    void theHistoryOfADeviceShowsWhatACorrectionReplaced() throws Exception {
        var file = download(path + "/reads.xlsx", manager);

        assertThat(file.disposition()).contains("attachment").contains("meter-history-" + office.serialNumber);
        assertThat(file.header())
                .containsExactly(
                        "Serial No.",
                        "Model",
                        "Read Date",
                        "Total/BW",
                        "Colour",
                        "Source",
                        "Entered by",
                        "Entered at",
                        "Corrected (Y/N)",
                        "Old value");
        assertThat(file.rows()).hasSize(3);
        assertThat(file.rows().get(1).get(2)).as("a real date").isInstanceOf(SheetCell.Time.class);
        assertThat(file.row(1)).startsWith(office.serialNumber, "HL-L8260CDW", "2026-11-26", "6000", "300", "Phone");
        assertThat(file.row(1)).endsWith("Y", "9000");
        assertThat(file.row(2)).startsWith(office.serialNumber, "HL-L8260CDW", "2026-10-01", "1000", "250", "Customer");
        assertThat(file.row(2).get(8)).isEqualTo("N");
    }

    @Test
    void filesSpeakTheReadersLanguage() throws Exception {
        publish(List.of(office.arrival(office.manager.toString(), new UserLanguageChanged(office.manager, "nl"))));
        await().atMost(PATIENCE).until(() -> http.get("/api/me", manager).body().contains("\"language\":\"nl\""));

        assertThat(download(path + "/reads.xlsx", manager).header()).contains("Serienummer", "Datum meterstand");
        assertThat(download("/api/reads.xlsx", manager).header()).contains("Locatie");
        assertThat(download("/api/devices/export.xlsx", manager).header()).contains("Einde contract");
    }

    @Test
    void allReadsOfTwoYearsAreThoseOfTheReadersScope() throws Exception {
        jdbc.sql("update view_read set read_on = ? where device_id = ? and read_on = ?")
                .params(
                        LocalDate.now(java.time.ZoneOffset.UTC).minusYears(2).minusDays(1),
                        office.device.value(),
                        LocalDate.of(2026, 10, 1))
                .update();
        var file = download("/api/reads.xlsx", manager);

        assertThat(file.header().subList(0, 4)).containsExactly("Serial No.", "Model", "Install Location", "Read Date");
        assertThat(file.rows()).as("older than two years").hasSize(2);
        assertThat(file.row(1)).contains("HQ, Street 1, 1000 Utrecht, NL");
        assertThat(download(
                                "/api/reads.xlsx",
                                TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .rows())
                .as("nothing is assigned to him")
                .hasSize(1);
        assertThat(download(
                                "/api/reads.xlsx",
                                TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR))
                        .rows())
                .hasSize(1);
        assertThat(http.get(
                                path + "/reads.xlsx",
                                TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .status())
                .isEqualTo(404);
        assertThat(http.get(path + "/reads.xlsx", TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDevicesHaveAllThatIsKnownOfThem() throws Exception {
        publish(List.of(office.arrival(
                office.device.toString(),
                new DeviceNoteChanged(office.device, 2, "=HYPERLINK(\"x\")", "Cost centre 42"))));
        await().atMost(PATIENCE).until(() -> http.get(path, manager).body().contains("HYPERLINK"));

        var file = download("/api/devices/export.xlsx?serialNumber=" + office.serialNumber, administrator);

        assertThat(file.header()).hasSize(27).startsWith("Customer Account No.", "System Account No.", "Serial No.");
        assertThat(file.rows()).as("the device and the one in its place").hasSize(3);
        var row = file.rows().stream()
                .map(cells -> cells.stream().map(SheetCell::plain).toList())
                .filter(cells -> cells.get(2).equals(office.serialNumber))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .contains(office.systemAccountNumber, "EQ-1", "Fourth floor", "CT-" + office.contract, "Mia Manager")
                .contains("To be reconnected", "Enabled, active");
        assertThat(row.subList(23, 27))
                .as("contact, attention, ship-to and stock location as they are kept, not as they were printed last")
                .containsExactly(
                        "Mia Manager, +31 30 123 45 67, mia@acme.example",
                        "Reception, Mia",
                        "Acme, Dock 7, 1001 Utrecht, NL",
                        "");
        assertThat(row.get(12)).as("no formula").isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(row.get(14)).isEqualTo("2090-12-31");
        assertThat(download("/api/devices/export.xlsx?contract=NONE&assigned=true", manager)
                        .rows())
                .as("as the list is narrowed")
                .hasSize(2);
        assertThat(download(
                                "/api/devices/export.xlsx?assigned=false",
                                TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .rows())
                .as("what may only be browsed is not exported")
                .hasSize(1);
    }

    @Test
    void theTemplateOfDueMetersCarriesItsKeys() throws Exception {
        publish(List.of(office.due(LocalDate.of(2026, 11, 30))));
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/meters/due", manager).body().contains(office.serialNumber));

        var file = download("/api/meters/due/template.xlsx", manager);
        var meta = download("/api/meters/due/template.xlsx", manager, MeterTemplate.META_SHEET);

        assertThat(file.disposition()).contains("meters-due");
        assertThat(file.header())
                .containsExactlyElementsOf(Arrays.stream(MeterColumn.values())
                        .map(column -> column.header(Locale.ENGLISH))
                        .toList());
        assertThat(file.rows()).hasSize(2);
        var key = MeterRowKey.of(meta.row(2)).orElseThrow();
        assertThat(key.device()).isEqualTo(office.device);
        assertThat(key.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(key.counters()).containsExactly(Counter.TOTAL, Counter.COLOUR);
        assertThat(key)
                .as("what stands in the locked cells is what the key was made of")
                .isEqualTo(MeterRowKey.of(
                        MeterTemplate.FIRST_ROW,
                        key.device(),
                        key.dueOn(),
                        key.counters(),
                        file.row(1).subList(0, MeterColumn.locked().size())));
        var mark = meta.row(1);
        assertThat(mark).isEqualTo(MeterTemplate.mark("en", List.of(key)).subList(0, mark.size()));
        assertThat(download("/api/meters/due/template.xlsx", administrator).rows())
                .as("of what is assigned to the reader himself (D-49)")
                .hasSize(1);
    }

    @Test
    void aFleetOf12000IsExportedWhole() throws Exception {
        jdbc.sql("""
                        insert into view_device (device_id, serial_number, manufacturer, model, account_id, site, street,
                            postal_code, city, country, time_zone)
                        select gen_random_uuid(), 'F' || n, 'Brother', 'HL', ?, 'HQ', 'Street', '1000', 'Utrecht', 'NL',
                            'Europe/Amsterdam' from generate_series(1, 12000) n
                        """).param(office.account.value()).update();

        assertThat(download("/api/devices/export.xlsx", administrator).rows()).hasSize(12_003);
    }

    private Seen download(String path, String token) throws IOException, InterruptedException {
        return download(path, token, null);
    }

    private Seen download(String path, String token, @Nullable String sheet) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Authorization", token)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            try (var book = BoundedWorkbook.open(answer.body(), LIMITS);
                    var rows =
                            book.rows(sheet == null ? book.sheets().getFirst().name() : sheet)) {
                return new Seen(
                        requireNonNull(answer.headers()
                                .firstValue("Content-Disposition")
                                .orElse("")),
                        rows.map(row -> row.cells()).toList());
            }
        }
    }

    private void publish(List<Office.Arrival> arrivals) {
        arrivals.forEach(arrival -> events.publish(
                arrival.metadata().eventId(),
                arrival.event(),
                arrival.metadata().aggregateId(),
                arrival.metadata().sequence(),
                office.account));
    }
}
