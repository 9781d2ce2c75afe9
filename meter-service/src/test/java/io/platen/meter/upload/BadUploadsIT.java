package io.platen.meter.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.contracts.meter.template.MeterTemplate;
import io.platen.meter.MeterServiceApplication;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.spreadsheet.BadWorkbooks;
import io.platen.platform.testing.Flood;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.OwnProcess;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * MET-19, at the door: what is not the filled-in template is refused whole by a service that has {@value #HEAP_MIB} MiB of
 * heap, which is less than it is deployed with, and that ends where these do not suffice.
 */
@PlatenIT(properties = "platen.meter.upload-workers=0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadUploadsIT {

    private static final int HEAP_MIB = 160;
    private static final int AT_ONCE = 12;
    private static final int MEGABYTE = 1_000_000;
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final UserId sender = UserId.random();
    private final String manager = TestTokens.customer(sender, AccountId.random(), CustomerRole.DEVICE_MANAGER);

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private static Path folder;

    /** Each of them is told to its sender. */
    private final AtomicInteger refusals = new AtomicInteger();

    private OwnProcess service;
    private int before;

    @BeforeAll
    void start() throws IOException {
        service = OwnProcess.of(
                MeterServiceApplication.class,
                environment,
                Files.createDirectories(folder.resolve("service")),
                HEAP_MIB);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void nothingYet() throws Exception {
        // once, so that all that is needed is there
        assertThat(post(new byte[0])).isEqualTo("422 NOT_A_WORKBOOK");
        before = service.liveMib();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(service.isAlive()).as(service.log()).isTrue();
        assertThat(jdbc.sql("select (select count(*) from meter_upload) + (select count(*) from meter_upload_row)")
                        .query(Integer.class)
                        .single())
                .isZero();
        // the service also hears of devices in the topics that the tests of this module share
        assertThat(jdbc.sql("select type, count(*) from domain_event where metadata ->> :key = :sender group by type")
                        .param("key", MetadataKeys.ACTOR)
                        .param("sender", sender.toString())
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("UploadRefused " + refusals);
        assertThat(service.leftBehind()).isEmpty();
        assertThat(service.liveMib()).isLessThanOrEqualTo(before + 20);
        System.out.printf(
                "Heap of the service: %d MiB before, %d MiB after, most behind a collection %d of %d MiB%n",
                before,
                service.liveMib(),
                service.leftByCollections().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElseThrow(),
                HEAP_MIB);
    }

    @Test
    void eachIsRefusedForItsReasonAndStoresNothing() throws Exception {
        var expected = new TreeMap<String, String>();
        var answers = new TreeMap<String, String>();
        var files = folder.resolve("files");
        for (var bad : BadWorkbooks.in(files, MeterTemplate.MOST_ROWS + 2).entrySet()) {
            var name = bad.getKey();
            if (name.equals(BadWorkbooks.ENDLESS)) {
                continue; // below
            }
            expected.put(name, "422 " + (bad.getValue().endsWith(" rows") ? "TEMPLATE_MODIFIED" : bad.getValue()));
            answers.put(name, post(Files.readAllBytes(files.resolve(name))));
        }
        for (var changed : changed().entrySet()) {
            expected.put(changed.getKey(), "422 TEMPLATE_MODIFIED");
            answers.put(changed.getKey(), post(changed.getValue()));
        }

        assertThat(answers).containsExactlyEntriesOf(expected);
    }

    @Test
    void aHundredMegabytesAreNotWaitedFor() throws Exception {
        var unannounced = flood(false);
        var announced = flood(true);

        assertThat(unannounced.status()).isEqualTo(413);
        assertThat(unannounced.answer()).contains("BODY_TOO_LARGE");
        assertThat(unannounced.sent()).isLessThan(30 * MEGABYTE);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.answer()).contains("BODY_TOO_LARGE");
        assertThat(announced.sent()).isLessThan(15 * MEGABYTE);
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() throws Exception {
        var columns = MeterColumn.values().length;
        var files = Map.of(
                "texts in all cells of the hidden sheet",
                BadWorkbooks.crowdedCells(
                        MeterTemplate.META_SHEET, MeterTemplate.SHEET, MeterTemplate.MOST_ROWS, columns),
                "texts that cells share",
                BadWorkbooks.crowdedSharedTexts(MeterTemplate.META_SHEET, MeterTemplate.SHEET));
        var answers = new TreeMap<String, List<String>>();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var file : files.entrySet()) {
                var sent = senders.invokeAll(IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> (Callable<String>) () -> post(file.getValue()))
                        .toList());
                var told = new ArrayList<String>();
                for (var answer : sent) {
                    told.add(answer.get());
                }
                answers.put(file.getKey(), told.stream().distinct().toList());
            }
            for (var flood : senders.invokeAll(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Flood>) () -> flood(false))
                    .toList())) {
                assertThat(flood.get().status()).isEqualTo(413);
            }
        }

        assertThat(answers)
                .isEqualTo(files.keySet().stream()
                        .collect(Collectors.toMap(name -> name, name -> List.of("422 TEMPLATE_MODIFIED"))));
    }

    private static Map<String, byte[]> changed() {
        return Map.of(
                "a header renamed",
                        filled().headed(header -> header.equals("Model") ? "Modell" : header)
                                .bytes(),
                "a serial number changed", filled().serial(serial -> "SN-0").bytes(),
                "rows in another order", filled().ordered(1, 0).bytes(),
                "a row taken out", filled().ordered(0).bytes(),
                "a row twice", filled().ordered(0, 1, 1).bytes(),
                "a sheet too many", filled().withAnotherSheet().bytes(),
                "another layout",
                        filled().marked(cells -> List.of("platen-meters-0", "en", "2", "", cells.getLast()))
                                .bytes());
    }

    private static TemplateFile filled() {
        return new TemplateFile().row(DeviceId.random(), DAY, 5, 5).row(DeviceId.random(), DAY, 5, 5);
    }

    private Flood flood(boolean announced) throws IOException {
        return Flood.of(service.port(), "/api/meter-uploads?fileName=garbage.xlsx", manager, announced);
    }

    private String post(byte[] file) {
        var answer = new Http(service.port())
                .send(
                        "POST",
                        "/api/meter-uploads?fileName=meters.xlsx",
                        manager,
                        file,
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        if (answer.status() == 422) {
            refusals.incrementAndGet();
        }
        return answer.status() + " " + answer.code();
    }
}
