package io.platen.meter.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.meter.submit.MeterScenario;
import io.platen.platform.spreadsheet.LibreOffice;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** MET-19, MET-21: there and back by a program that is not the one which our workbooks were tried with. */
@PlatenIT(properties = "platen.meter.upload-interval=200ms")
class LibreOfficeIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final AccountId account = AccountId.random();
    private final UserId user = UserId.random();
    private final String manager = TestTokens.customer(user, account, CustomerRole.DEVICE_MANAGER);

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Value("${local.server.port}")
    private int port;

    @TempDir
    private Path folder;

    private MeterScenario scenario;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(LibreOffice.isInstalled(), "LibreOffice (soffice) is not installed");
    }

    @BeforeEach
    void noon() {
        clock.set(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        scenario = new MeterScenario(events, jdbc);
        scenario.account(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "pt"})
    void aTemplateThatItSavedIsTaken(String language) throws Exception {
        var device = scenario.device(account, user);
        var untouched = scenario.device(account, user);

        var told = upload(new TemplateFile()
                .in(language)
                .row(device, YESTERDAY, 1_234, 56)
                .row(untouched, null, null, null));

        assertThat(told.path("captured").asInt()).as(told.toString()).isEqualTo(1);
        assertThat(told.path("untouched").asInt()).isEqualTo(1);
        assertThat(reads(device)).containsExactly("2026-11-21 1234 56");
        assertThat(reads(untouched)).isEmpty();
    }

    /** And evaluates nothing that somebody wrote into them. */
    @Test
    void itShowsWhatBecameOfTheRows() throws Exception {
        var captured = scenario.device(account, user);
        var wrong = scenario.device(account, user);
        var doubted = scenario.device(account, user);
        upload(new TemplateFile().row(doubted, TODAY.minusDays(10), 10_000, 5));

        var told = upload(new TemplateFile()
                .row(captured, YESTERDAY, 1_234, 56)
                .row(wrong, YESTERDAY, 100, 101)
                .row(doubted, YESTERDAY, 60_000, 5));
        var id = told.path("id").asString();
        jdbc.sql("update meter_upload_row set serial_number = '=' || serial_number where upload_id = cast(? as uuid)")
                .param(id)
                .update();
        Files.write(
                folder.resolve("result.xlsx"),
                http().download("/api/meter-uploads/" + id + "/result.xlsx", manager, "Accept-Language", "en"));
        LibreOffice.saveAsCsv(folder.resolve("result.xlsx"), folder.resolve("csv"));

        assertThat(sheet("Captured")).hasSize(2).last().asString().contains("'=SN-" + captured, "1234", "56");
        assertThat(sheet("Error"))
                .hasSize(2)
                .last()
                .asString()
                .contains("'=SN-" + wrong, "Colour Read", "101", "COLOUR_ABOVE_TOTAL");
        assertThat(sheet("Warning"))
                .anySatisfy(row ->
                        assertThat(row).contains("'=SN-" + doubted, "Total/BW Read", "60000", "OUTSIDE_EXPECTED_RANGE"))
                .hasSizeGreaterThan(1);
    }

    private List<String> sheet(String name) throws IOException {
        return Files.readAllLines(folder.resolve("csv").resolve("result-" + name + ".csv"));
    }

    private JsonNode upload(TemplateFile filled) throws Exception {
        var file = Files.write(folder.resolve("meters.xlsx"), filled.bytes());
        var saved = Files.readAllBytes(LibreOffice.save(file, folder.resolve("saved")));
        assertThat(saved).isNotEqualTo(Files.readAllBytes(file));
        var answer = http().send(
                        "POST",
                        "/api/meter-uploads?fileName=meters.xlsx",
                        manager,
                        saved,
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var path = "/api/meter-uploads/" + answer.json().path("id").asString();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> http().get(path, manager).json(),
                        told -> told.path("state").asString().equals("DONE"));
    }

    private List<String> reads(DeviceId device) {
        return jdbc.sql("""
                        select payload ->> 'readOn' || ' ' || (payload -> 'counters' ->> 'TOTAL') || ' '
                            || (payload -> 'counters' ->> 'COLOUR')
                        from domain_event where type = 'ReadSubmitted' and aggregate_id = :device
                        """)
                .param("device", device.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Http http() {
        return new Http(port);
    }
}
