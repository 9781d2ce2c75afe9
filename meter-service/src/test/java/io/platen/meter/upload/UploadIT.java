package io.platen.meter.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import io.platen.meter.MeterServiceApplication;
import io.platen.platform.spreadsheet.BoundedWorkbook;
import io.platen.platform.spreadsheet.SheetCell;
import io.platen.platform.spreadsheet.WorkbookLimits;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** MET-18 to MET-22. Nobody works off the rows in this instance but the tests. */
@PlatenIT(properties = "platen.meter.upload-workers=0")
class UploadIT {

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

    @Autowired
    private Uploads uploads;

    @Autowired
    private UploadWork work;

    @Autowired
    private Environment environment;

    @Autowired
    private PlatformTransactionManager transactions;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void noon() {
        clock.set(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void fiveThousandRowsAreDecidedEachForItself() throws Exception {
        var devices = devices(5_000);
        var foreign = DeviceId.random();
        var file = new TemplateFile();
        for (int i = 0; i < 4_999; i++) {
            file.row(devices.get(i), YESTERDAY, 1_000 + i, i == 17 ? 9_000 : 5);
        }
        file.row(foreign, YESTERDAY, 5, 5);

        var upload = upload(file.bytes());
        assertThat(upload.rows()).isEqualTo(5_000);
        var id = upload.id();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var sender = sender();
            for (Future<?> done : workers.invokeAll(List.of(() -> workOff(sender), () -> workOff(sender)))) {
                done.get();
            }
        }

        var told = http().get("/api/meter-uploads/" + id, manager).json();
        assertThat(told.path("state").asString()).isEqualTo("DONE");
        assertThat(told.path("captured").asInt()).isEqualTo(4_998);
        assertThat(told.path("errors").asInt()).isEqualTo(2);
        assertThat(told.path("done").asInt()).isEqualTo(5_000);
        assertThat(reads(devices)).isEqualTo(4_998);
        var completed = events.await(
                Topic.METER,
                MeterUploadCompleted.class,
                each -> each.uploadId().toString().equals(id));
        assertThat(completed.captured()).isEqualTo(4_998);
        assertThat(completed.errors()).isEqualTo(2);
        var errors = http().get("/api/meter-uploads/" + id + "/rows?state=ERROR,WARNING", manager)
                .json();
        assertThat(errors.path("total").asInt()).isEqualTo(2);
        assertThat(errors.at("/items/0/code").asString()).isEqualTo("COLOUR_ABOVE_TOTAL");
        assertThat(errors.at("/items/0/column").asString()).isEqualTo("Colour Read");
        assertThat(errors.at("/items/0/value").asString()).isEqualTo("9000");
        assertThat(errors.at("/items/0/message").asString()).contains("1,017");
        assertThat(errors.at("/items/1/row").asInt()).isEqualTo(5_001);
        assertThat(errors.at("/items/1/code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void theSameFileAgainStoresNothingTwice() {
        var devices = devices(3);
        var file = new TemplateFile()
                .row(devices.get(0), YESTERDAY, 100, 5)
                .row(devices.get(1), null, 100, 5)
                .row(devices.get(2), YESTERDAY, 100, null)
                .bytes();

        var first = upload(file).id();
        assertThat(upload(file)).as("while it is worked off").returns(first, Taken::id);
        workOff(sender());
        clock.set(TODAY.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        var second = upload(file).id();
        workOff(sender());

        assertThat(second).isNotEqualTo(first);
        for (var id : List.of(first, second)) {
            var told = http().get("/api/meter-uploads/" + id, manager).json();
            assertThat(told.path("captured").asInt()).isEqualTo(2);
            assertThat(told.path("errors").asInt()).isEqualTo(1);
        }
        assertThat(reads(devices)).isEqualTo(2);
    }

    /** Saved again, the file has other bytes and the same reads. */
    @Test
    void aReadThatIsStoredIsCapturedWhateverFileItComesIn() {
        var devices = devices(2);
        upload(new TemplateFile()
                .row(devices.get(0), YESTERDAY, 100, 5)
                .row(devices.get(1), null, 100, 5)
                .bytes());
        workOff(sender());
        var again = upload(new TemplateFile()
                        .in("nl")
                        .row(devices.get(0), YESTERDAY, 100, 5)
                        .row(devices.get(1), TODAY, 100, 5)
                        .bytes())
                .id();
        workOff(sender());
        var other = upload(new TemplateFile().row(devices.get(1), TODAY, 101, 5).bytes())
                .id();
        workOff(sender());

        assertThat(http().get("/api/meter-uploads/" + again, manager)
                        .json()
                        .path("captured")
                        .asInt())
                .isEqualTo(2);
        assertThat(http().get("/api/meter-uploads/" + other + "/rows", manager)
                        .json()
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("METER_ALREADY_SUBMITTED_TODAY");
        assertThat(reads(devices)).isEqualTo(2);
    }

    @Test
    void doubtedRowsAreConfirmedWithoutAnotherUpload() throws IOException {
        var devices = devices(3);
        upload(new TemplateFile()
                .row(devices.get(0), TODAY.minusDays(10), 10_000, 5)
                .row(devices.get(1), TODAY.minusDays(10), 10_000, 5)
                .bytes());
        workOff(sender());
        var id = upload(new TemplateFile()
                        .row(devices.get(0), YESTERDAY, 60_000, 5)
                        .row(devices.get(1), YESTERDAY, 60_000, 5)
                        .row(devices.get(2), YESTERDAY, 60, 5)
                        .bytes())
                .id();
        workOff(sender());
        var told = http().get("/api/meter-uploads/" + id, manager).json();
        assertThat(told.path("warnings").asInt()).isEqualTo(2);
        assertThat(told.path("captured").asInt()).isEqualTo(1);

        assertThat(http().post("/api/meter-uploads/" + id + "/confirm", manager, "{}")
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(http().post("/api/meter-uploads/" + id + "/confirm", manager, "{\"rows\":[2,4,99]}")
                        .status())
                .isEqualTo(202);
        workOff(sender());
        told = http().get("/api/meter-uploads/" + id, manager).json();
        assertThat(told.path("warnings").asInt()).isEqualTo(1);
        assertThat(told.path("captured").asInt()).isEqualTo(2);

        var sheets = result(id, "nl");
        assertThat(sheets.get(0)).hasSize(3);
        assertThat(sheets.get(1)).hasSize(1);
        assertThat(sheets.get(2).stream().map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3)))
                .contains("Rij Kolom Waarde", "3 Stand totaal/zw 60000");
        assertThat(sheets.get(2).getLast().getLast()).isNotBlank();

        http().post("/api/meter-uploads/" + id + "/confirm", manager, "{\"all\":true}");
        workOff(sender());
        assertThat(http().get("/api/meter-uploads/" + id, manager)
                        .json()
                        .path("captured")
                        .asInt())
                .isEqualTo(3);
        events.await(
                Topic.METER,
                MeterUploadCompleted.class,
                each -> each.uploadId().toString().equals(id) && each.captured() == 3);
    }

    @Test
    void whatACrashLeftIsTakenUpByAnotherInstance() {
        var devices = devices(2 * UploadWork.ROWS + 20);
        var file = new TemplateFile();
        devices.forEach(device -> file.row(device, YESTERDAY, 100, 5));
        var id = upload(file.bytes()).id();
        var sender = sender();

        assertThat(work.workChunk(sender)).isTrue();
        new TransactionTemplate(transactions).executeWithoutResult(crash -> {
            work.workChunk(sender);
            crash.setRollbackOnly();
        });
        assertThat(done(id)).isEqualTo(UploadWork.ROWS);
        assertThat(reads(devices)).as("a row and its read are stored together").isEqualTo(UploadWork.ROWS);

        try (var other = AnotherInstance.of(
                MeterServiceApplication.class,
                environment,
                "platen.meter.upload-workers=2",
                "platen.meter.upload-interval=200ms")) {
            assertThat(other.port()).isNotEqualTo(port);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http().get("/api/meter-uploads/" + id, manager)
                            .json()
                            .path("state")
                            .asString()
                            .equals("DONE"));
        }
        assertThat(done(id)).isEqualTo(devices.size());
        assertThat(reads(devices)).isEqualTo(devices.size());
    }

    @Test
    void aRegisterThatIsMissingSpoilsItsOwnRowAlone() {
        var devices = devices(4);
        jdbc.sql("insert into access_device (device_id, account_id, sequence) values (:device, :account, 1)")
                .param("device", account.value())
                .param("account", account.value())
                .update();
        jdbc.sql("insert into access_assignment (device_id, user_id, account_id, assigned, sequence)"
                        + " values (:device, :user, :account, true, 1)")
                .param("device", account.value())
                .param("user", user.value())
                .param("account", account.value())
                .update();
        var file = new TemplateFile().row(new DeviceId(account.value()), YESTERDAY, 5, 5);
        devices.forEach(device -> file.row(device, YESTERDAY, 100, 5));

        var id = upload(file.bytes()).id();
        workOff(sender());

        var told = http().get("/api/meter-uploads/" + id, manager).json();
        assertThat(told.path("captured").asInt()).isEqualTo(4);
        assertThat(told.path("errors").asInt()).isEqualTo(1);
    }

    @Test
    void aFileThatIsRefusedStoresNothing() {
        var device = devices(1).getFirst();
        var modified = new TemplateFile()
                .row(device, YESTERDAY, 5, 5)
                .serial(serial -> "SN-0")
                .bytes();

        var answer = send(modified, "Platen modified.xlsx", manager);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("TEMPLATE_MODIFIED");
        assertThat(uploads.unfinished()).noneMatch(sender -> sender.user().equals(user));
        assertThat(http().get("/api/meter-uploads", manager)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        events.await(
                Topic.METER,
                MeterUploadRejected.class,
                each -> each.userId().equals(user) && each.code().equals("TEMPLATE_MODIFIED"));
        assertThat(send("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.xlsx", manager)
                        .code())
                .isEqualTo("NOT_A_WORKBOOK");
        assertThat(send(new byte[10 * 1024 * 1024 + 1], "a.xlsx", manager).status())
                .isEqualTo(413);
        assertThat(http().post("/api/reads", manager, " ".repeat(2_000_000)).status())
                .isEqualTo(413);
    }

    @Test
    void othersUploadsAreNotThere() {
        var device = devices(1).getFirst();
        var id = upload(new TemplateFile().row(device, YESTERDAY, 5, 5).bytes()).id();
        var colleague = TestTokens.customer(UserId.random(), account, CustomerRole.ADMINISTRATOR);

        for (var path : List.of("", "/rows", "/result.xlsx")) {
            assertThat(http().get("/api/meter-uploads/" + id + path, colleague).status())
                    .isEqualTo(404);
            assertThat(http().get("/api/meter-uploads/" + id + path, manager).status())
                    .isEqualTo(200);
        }
        assertThat(http().post("/api/meter-uploads/" + id + "/confirm", colleague, "{\"all\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(http().get("/api/meter-uploads/nonsense", manager).status()).isEqualTo(404);
        assertThat(http().get("/api/meter-uploads/" + id + "/rows?size=0", manager)
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(http().get("/api/meter-uploads", manager)
                        .json()
                        .at("/items/0/fileName")
                        .asString())
                .isEqualTo("meters.xlsx");
        workOff(sender());
    }

    private record Taken(String id, int rows) {}

    private Taken upload(byte[] file) {
        var answer = send(file, "meters.xlsx", manager);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return new Taken(
                answer.json().path("id").asString(), answer.json().path("rows").asInt());
    }

    private Http.Answer send(byte[] file, String name, String token) {
        return http().send(
                        "POST",
                        "/api/meter-uploads?fileName=" + name.replace(" ", "%20"),
                        token,
                        file,
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Idempotency-Key",
                        java.util.UUID.randomUUID().toString());
    }

    private Uploads.Sender sender() {
        return uploads.unfinished().stream()
                .filter(sender -> sender.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private Void workOff(Uploads.Sender sender) {
        while (work.workChunk(sender)) {}
        return null;
    }

    private List<List<List<String>>> result(String id, String language) throws IOException {
        var file = http().download("/api/meter-uploads/" + id + "/result.xlsx", manager, "Accept-Language", language);
        var sheets = new ArrayList<List<List<String>>>();
        try (var book = BoundedWorkbook.open(new ByteArrayInputStream(file), WorkbookLimits.of(100, 10))) {
            for (var name : List.of("Captured", "Error", "Warning")) {
                try (var rows = book.rows(name)) {
                    sheets.add(rows.map(row ->
                                    row.cells().stream().map(SheetCell::plain).toList())
                            .toList());
                }
            }
        }
        return sheets;
    }

    /** With registers, assigned to the sender; by the thousand that is nothing for Kafka. */
    private List<DeviceId> devices(int count) {
        var devices = Stream.generate(DeviceId::random).limit(count).toList();
        var ids = devices.stream().map(DeviceId::value).toArray(java.util.UUID[]::new);
        jdbc.sql("insert into access_account (account_id, region) values (:account, 'NL') on conflict do nothing")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into access_device (device_id, account_id, sequence) select d, :account, 1 from"
                        + " unnest(:ids) d")
                .param("account", account.value())
                .param("ids", ids)
                .update();
        jdbc.sql("insert into access_assignment (device_id, user_id, account_id, assigned, sequence)"
                        + " select d, :user, :account, true, 1 from unnest(:ids) d")
                .param("user", user.value())
                .param("account", account.value())
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        insert into domain_event (event_id, aggregate_type, aggregate_id, sequence, type, revision, payload,
                            metadata, time)
                        select gen_random_uuid(), 'MeterRegister', d::text, 0, 'RegisterOpened', '1',
                            jsonb_build_object('deviceId', d, 'counters', jsonb_build_array('TOTAL', 'COLOUR'),
                                'ratedMonthlyPages', 3025, 'warningKey', 'secret'), '{}', '2026-01-01T00:00:00Z'
                        from unnest(:ids) d
                        """).param("ids", ids).update();
        // as the server does by itself, a minute later
        jdbc.sql("analyze access_device, access_assignment, domain_event").update();
        return devices;
    }

    private long reads(List<DeviceId> devices) {
        return jdbc.sql("select count(*) from domain_event where type = 'ReadSubmitted' and aggregate_id in (:devices)"
                        + " and payload ->> 'readOn' >= '2026-11-21'")
                .param("devices", devices.stream().map(DeviceId::toString).toList())
                .query(Long.class)
                .single();
    }

    private int done(String id) {
        return http().get("/api/meter-uploads/" + id, manager)
                .json()
                .path("done")
                .asInt();
    }

    private Http http() {
        return new Http(port);
    }
}
