package io.platen.meter.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** MET-05: reads of several devices in one request. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitReadsIT {

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

    private @Nullable MeterScenario scenario;

    @BeforeEach
    void noon() {
        clock.set(LocalDate.parse("2026-11-22").atTime(12, 0).toInstant(ZoneOffset.UTC));
        if (scenario == null) {
            scenario = new MeterScenario(events, jdbc);
            scenario.account(account);
        }
    }

    @Test
    void eachReadGetsTheAnswerItWouldHaveGotAlone() {
        var good = device();
        var doubted = device();
        var lower = device();
        var theirs = Objects.requireNonNull(scenario).device(account, UserId.random());
        submit("setup", read(doubted, "2026-11-12", 10_000), read(lower, "2026-11-20", 1200));

        var answer = submit(
                "all",
                read(lower, "2026-11-22", 1100),
                read(theirs, "2026-11-22", 5),
                "{\"deviceId\":\"%s\",\"counters\":{},\"x\":1}".formatted(good),
                "17",
                "null",
                "{\"deviceId\":\"nonsense\"}",
                "{\"counters\":{\"total\":5,\"colour\":1}}",
                read(doubted, "2026-11-22", 20_000),
                read(good, "2026-11-21", 1234));

        assertThat(answer.status()).isEqualTo(200);
        var results = results(answer);
        assertThat(results.stream().map(SubmitReadsIT::summary))
                .containsExactly(
                        "ERROR METER_LOWER_THAN_PREVIOUS",
                        "ERROR NOT_FOUND",
                        "ERROR UNKNOWN_FIELD",
                        "ERROR MALFORMED_BODY",
                        "ERROR MALFORMED_BODY",
                        "ERROR NOT_FOUND",
                        "ERROR VALIDATION_FAILED",
                        "WARNING METER_READ_DOUBTFUL",
                        "ACCEPTED " + good);
        var lowerFault = results.getFirst().at("/problem/errors/0");
        assertThat(lowerFault.path("field").asString()).isEqualTo("counters.total");
        assertThat(lowerFault.path("previous").asLong()).isEqualTo(1200);
        assertThat(results.getLast().at("/read/counters/total").asLong()).isEqualTo(1234);
        assertThat(answer.header("Platen-Consistency")).hasValue(lower + "@3," + good + "@2");
        assertThat(storedEvents(theirs)).isEqualTo(2);

        var token = results.get(7).at("/problem/warningToken").asString();
        var confirmed = submit(
                "confirm",
                "{\"deviceId\":\"%s\",\"readOn\":\"2026-11-22\",\"counters\":{\"total\":20000,\"colour\":1},\"warningToken\":\"%s\"}"
                        .formatted(doubted, token));
        assertThat(results(confirmed).getFirst().at("/read/confirmed").asBoolean())
                .isTrue();
    }

    @Test
    void theSecondReadOfADayInOneListIsHeldAgainstTheFirst() {
        var device = device();

        var answer = submit(
                "twice",
                read(device, "2026-11-20", 10),
                read(device, "2026-11-21", 11),
                read(device, "2026-11-21", 12));

        assertThat(results(answer).stream().map(SubmitReadsIT::summary))
                .containsExactly("ACCEPTED " + device, "ACCEPTED " + device, "ERROR METER_ALREADY_SUBMITTED_TODAY");
        assertThat(answer.header("Platen-Consistency")).hasValue(device + "@4");
    }

    @Test
    void aRepeatChangesNothingAndAnotherListUnderTheKeyDoesNothing() {
        var first = device();
        var second = device();
        var rows = new String[] {read(first, "2026-11-21", 5), read(second, "2026-11-21", 3)};

        var answer = submit("key", rows);
        var again = submit("key", rows);
        var other = submit("key", read(first, "2026-11-22", 6));

        assertThat(again.json()).isEqualTo(answer.json());
        assertThat(again.header("Platen-Replayed")).hasValue("true");
        assertThat(again.header("Platen-Consistency")).isEqualTo(answer.header("Platen-Consistency"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(storedEvents(first)).isEqualTo(3);
        assertThat(storedEvents(second)).isEqualTo(3);
        assertThat(http().send("POST", "/api/reads", manager, list(rows)).code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void theRepeatAfterAnInterruptionDoesWhatIsLeft() {
        var devices = List.of(device(), device(), device());
        var rows = devices.stream().map(each -> read(each, "2026-11-21", 7)).toArray(String[]::new);
        databaseGoesAwayAt(devices.get(1));
        try {
            assertThat(submit("cut", rows).status()).isEqualTo(503);
        } finally {
            databaseIsBack();
        }
        assertThat(devices.stream().map(this::storedEvents)).containsExactly(3L, 2L, 2L);
        var stored = readIdOf(devices.getFirst());

        var repeated = submit("cut", rows);

        assertThat(results(repeated).stream().map(SubmitReadsIT::summary))
                .containsExactlyElementsOf(
                        devices.stream().map(each -> "ACCEPTED " + each).toList());
        assertThat(results(repeated).getFirst().at("/read/readId").asString()).isEqualTo(stored);
        assertThat(repeated.header("Platen-Replayed")).isEmpty();
        assertThat(devices.stream().map(this::storedEvents)).containsExactly(3L, 3L, 3L);
    }

    @Test
    void simultaneousListsStoreEveryReadOnce() throws Exception {
        var devices = List.of(device(), device(), device());
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(person -> people.submit(() -> {
                        var mine = new ArrayList<>(devices);
                        Collections.rotate(mine, person);
                        var rows = mine.stream()
                                .map(each -> read(each, "2026-11-22", 100))
                                .toArray(String[]::new);
                        start.await();
                        return submit("person " + person, rows);
                    }))
                    .toList();
            start.countDown();
            var accepted = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                for (var result : results(answer.get())) {
                    assertThat(summary(result)).matches("ACCEPTED .*|ERROR METER_ALREADY_SUBMITTED_TODAY");
                    if (result.has("read")) {
                        accepted.add(result.at("/read/deviceId").asString());
                    }
                }
            }
            assertThat(accepted)
                    .containsExactlyInAnyOrderElementsOf(
                            devices.stream().map(DeviceId::toString).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                | MALFORMED_BODY",
                "[]                               | MALFORMED_BODY",
                "{}                               | VALIDATION_FAILED",
                "{\"reads\":[]}                   | VALIDATION_FAILED",
                "{\"reads\":[{\"deviceId\":\"\\ud800\"}]} | MALFORMED_BODY",
                "{\"reads\":[{}],\"x\":1}         | UNKNOWN_FIELD"
            })
    void whatIsNoListOfReadsIsRefusedAsAWhole(String body, String code) {
        var answer = http().post("/api/reads", manager, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void twoHundredReadsAreTakenAndOneMoreIsNot() {
        var row = "{\"deviceId\":\"" + DeviceId.random() + "\"}";

        assertThat(results(submit("many", Collections.nCopies(200, row).toArray(String[]::new))))
                .hasSize(200);
        assertThat(submit("too many", Collections.nCopies(201, row).toArray(String[]::new))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    private static String summary(JsonNode result) {
        var what = result.has("read") ? result.at("/read/deviceId") : result.at("/problem/code");
        return result.path("outcome").asString() + " " + what.asString();
    }

    private static List<JsonNode> results(Http.Answer answer) {
        return List.copyOf(answer.json().path("results").values());
    }

    private Http.Answer submit(String key, String... rows) {
        return http().send("POST", "/api/reads", manager, list(rows), "Idempotency-Key", key + " of this test");
    }

    private static String list(String... rows) {
        return "{\"reads\":[" + String.join(",", rows) + "]}";
    }

    private static String read(DeviceId device, String readOn, long total) {
        return "{\"deviceId\":\"%s\",\"readOn\":\"%s\",\"counters\":{\"total\":%d,\"colour\":1}}"
                .formatted(device, readOn, total);
    }

    private Http http() {
        return new Http(port);
    }

    private DeviceId device() {
        return Objects.requireNonNull(scenario).device(account, user);
    }

    private long storedEvents(DeviceId device) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(device.toString())
                .query(Long.class)
                .single();
    }

    private String readIdOf(DeviceId device) {
        return jdbc.sql(
                        "select payload ->> 'readId' from domain_event where aggregate_id = ? and type = 'ReadSubmitted'")
                .param(device.toString())
                .query(String.class)
                .single();
    }

    /** What a shutdown of the server looks like in the middle of a list. */
    private void databaseGoesAwayAt(DeviceId device) {
        jdbc.sql("""
                        create function cut() returns trigger language plpgsql as
                        $$ begin raise exception 'terminating' using errcode = '57P01'; end $$
                        """).update();
        jdbc.sql("create trigger cut before insert on domain_event for each row when (new.aggregate_id = '" + device
                        + "') execute function cut()")
                .update();
    }

    private void databaseIsBack() {
        jdbc.sql("drop trigger cut on domain_event").update();
        jdbc.sql("drop function cut()").update();
    }
}
