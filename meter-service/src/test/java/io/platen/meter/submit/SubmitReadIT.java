package io.platen.meter.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Reads over HTTP, with PostgreSQL and Kafka. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitReadIT {

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
        clock.set(LocalDate.parse("2026-11-22").atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        if (scenario == null) {
            scenario = new MeterScenario(events, jdbc);
            scenario.account(account);
        }
    }

    @Test
    void anAcceptedReadIsStoredAndTold() {
        var device = device();

        var answer = submit(device, "{\"readOn\":\"2026-11-21\",\"counters\":{\"total\":1234,\"colour\":56}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("decision").stringValue()).isEqualTo("ACCEPTED");
        assertThat(answer.json().get("counters").get("total").longValue()).isEqualTo(1234);
        assertThat(answer.header("Platen-Consistency")).hasValue(device + "@2");
        var told = events.await(
                Topic.METER,
                received -> received.event() instanceof MeterReadSubmitted read
                        && read.deviceId().equals(device));
        assertThat(told.metadata().actor()).isEqualTo(user.toString());
        assertThat(told.metadata().account()).isEqualTo(account);
        assertThat(((MeterReadSubmitted) told.event()).source()).isEqualTo(ReadSource.CUSTOMER);
    }

    @Test
    void aRefusedReadIsToldAndTheNextAttemptIsFree() {
        var device = device();
        assertThat(submit(device, read("2026-11-20", 1200, 50)).status()).isEqualTo(201);

        var refused = submit(device, read("2026-11-22", 1100, 51));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.code()).isEqualTo("METER_LOWER_THAN_PREVIOUS");
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo("counters.total");
        assertThat(error.get("previous").longValue()).isEqualTo(1200);
        var told = events.await(
                Topic.METER, MeterReadRejected.class, event -> event.deviceId().equals(device));
        assertThat(told.code()).isEqualTo("METER_LOWER_THAN_PREVIOUS");
        assertThat(told.counters()).containsEntry("total", 1100L);
        assertThat(submit(device, read("2026-11-22", 1210, 51)).status()).isEqualTo(201);
        assertThat(submit(device, read("2026-11-22", 1220, 51)).code()).isEqualTo("METER_ALREADY_SUBMITTED_TODAY");
    }

    @Test
    void aDoubtfulReadIsConfirmedWithItsToken() {
        var device = device();
        assertThat(submit(device, read("2026-11-12", 10_000, 50)).status()).isEqualTo(201);

        var doubtful = submit(device, read("2026-11-22", 20_000, 51));
        var token = doubtful.json().get("warningToken").stringValue();

        assertThat(doubtful.status()).isEqualTo(422);
        assertThat(doubtful.code()).isEqualTo("METER_READ_DOUBTFUL");
        assertThat(doubtful.json().get("warnings").get(0).get("code").stringValue())
                .isEqualTo("OUTSIDE_EXPECTED_RANGE");
        assertThat(storedEvents(device)).isEqualTo(3);
        assertThat(submit(device, confirmed(20_001, token)).code()).isEqualTo("METER_READ_DOUBTFUL");
        var accepted = submit(device, confirmed(20_000, token));
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.json().get("confirmed").booleanValue()).isTrue();
    }

    @Test
    void aRepeatGetsTheSameAnswerAndAnotherBodyIsAConflict() {
        var device = device();
        var key = UUID.randomUUID().toString();
        var path = path(device);

        var first = http().send("POST", path, manager, read("2026-11-21", 5, 1), "Idempotency-Key", key);
        var again = http().send("POST", path, manager, read("2026-11-21", 5, 1), "Idempotency-Key", key);
        var other = http().send("POST", path, manager, read("2026-11-21", 6, 1), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(409);
        assertThat(storedEvents(device)).isEqualTo(3);
        assertThat(http().send("POST", path, manager, read("2026-11-21", 5, 1)).code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void aRefusalIsRepeatedAsItWas() {
        var device = device();
        var key = UUID.randomUUID().toString();

        var first = http().send("POST", path(device), manager, "{\"counters\":{}}", "Idempotency-Key", key);
        var again = http().send("POST", path(device), manager, "{\"counters\":{}}", "Idempotency-Key", key);

        assertThat(first.code()).isEqualTo("COUNTER_MISSING");
        assertThat(again.code()).isEqualTo("COUNTER_MISSING");
        assertThat(storedEvents(device)).isEqualTo(3);
    }

    @Test
    void ofSimultaneousReadsExactlyOneIsAccepted() throws Exception {
        var device = device();
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> people.submit(() -> {
                        start.await();
                        return submit(device, read("2026-11-22", 1000 + i, i));
                    }))
                    .toList();
            start.countDown();
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnlyOnce(201);
            assertThat(statuses.stream().filter(status -> status != 201)).allMatch(status -> status == 422);
        }
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = 'ReadSubmitted'")
                        .param(device.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDayIsTheDevicesDay() {
        var device = device();
        clock.set(Instant.parse("2026-11-22T22:30:00Z"));
        var lateEvening = submit(device, "{\"counters\":{\"total\":5,\"colour\":1}}");
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        var afterMidnight = submit(device, "{\"counters\":{\"total\":6,\"colour\":1}}");

        assertThat(lateEvening.json().get("readOn").stringValue()).isEqualTo("2026-11-22");
        assertThat(afterMidnight.json().get("readOn").stringValue()).isEqualTo("2026-11-23");
    }

    @Test
    void aDuplicateOfAReportHasTheEffectOfOne() {
        var device = device();
        var report = new CounterReported(device, Map.of(Counter.TOTAL, 4200L, Counter.COLOUR, 17L), clock.instant());
        var id = UUID.randomUUID().toString();

        events.publish(id, report, device, 4, account);
        events.publish(id, report, device, 4, account);
        events.publish(
                new CounterReported(device, Map.of(Counter.TOTAL, 4100L, Counter.COLOUR, 17L), clock.instant()),
                device,
                5);
        events.publish(
                new CounterReported(device, Map.of(Counter.TOTAL, 4300L, Counter.COLOUR, 17L), clock.instant()),
                device,
                6);

        await().atMost(Duration.ofSeconds(20)).until(() -> storedEvents(device) == 5);
        var last = events.await(
                Topic.METER,
                MeterReadSubmitted.class,
                read -> read.deviceId().equals(device)
                        && Long.valueOf(4300).equals(read.counters().get(Counter.TOTAL)));
        assertThat(last.source()).isEqualTo(ReadSource.REMOTE);
        assertThat(last.replaces()).isNotNull();
        assertThat(events.all(Topic.METER))
                .filteredOn(received -> received.event() instanceof MeterReadSubmitted read
                        && read.deviceId().equals(device))
                .hasSize(2);
        assertThat(submit(device, read("2026-11-22", 4299, 17)).code()).isEqualTo("METER_LOWER_THAN_PREVIOUS");
        assertThat(submit(device, read("2026-11-22", 4301, 17)).status()).isEqualTo(201);
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        var device = device();
        var stranger = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        var colleague = TestTokens.customer(UserId.random(), account, CustomerRole.DEVICE_MANAGER);
        var body = read("2026-11-21", 5, 1);

        assertThat(http().post(path(device), stranger, body).status()).isEqualTo(404);
        assertThat(http().post(path(device), colleague, body).status()).isEqualTo(404);
        assertThat(http().post(path(DeviceId.random()), manager, body).status()).isEqualTo(404);
        assertThat(http().post("/api/devices/nonsense/reads", manager, body).status())
                .isEqualTo(404);
        assertThat(http().post(path(device), TestTokens.agent(account), body).status())
                .isEqualTo(403);
        assertThat(http().post(path(device), TestTokens.staff(StaffRole.SERVICE_ENGINEER, "NL"), body)
                        .status())
                .isEqualTo(403);
        assertThat(http().post(path(device), null, body).status()).isEqualTo(401);
        assertThat(storedEvents(device)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                              | 400 | MALFORMED_BODY",
                "[]                                             | 400 | MALFORMED_BODY",
                "{\"counters\":[1]}                             | 400 | ",
                "{\"counters\":{\"total\":5},\"x\":1}           | 400 | UNKNOWN_FIELD",
                "{\"counters\":{\"total\":5},\"readOn\":\"no\"} | 400 | VALIDATION_FAILED",
                "{}                                             | 422 | COUNTER_MISSING",
                "{\"counters\":{\"total\":-1,\"colour\":0}}     | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":1.5,\"colour\":0}}    | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":\"1\",\"colour\":0}}  | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":1000000000,\"colour\":0}} | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":99999999999999999999999,\"colour\":0}} | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":1e999999999,\"colour\":0}} | 422 | METER_VALUE_INVALID",
                "{\"counters\":{\"total\":5,\"colour\":6}}      | 422 | COLOUR_ABOVE_TOTAL",
                "{\"counters\":{\"total\":5,\"colour\":1,\"fax\\u0000\":2}} | 422 | COUNTER_UNKNOWN",
                "{\"counters\":{\"\\ud800\":5},\"warningToken\":\"\\udc00\"} | 400 | MALFORMED_BODY",
                "{\"readOn\":\"2026-11-23\",\"counters\":{\"total\":5,\"colour\":1}} | 422 | READ_DATE_INVALID"
            })
    void badInputIsAClearProblem(String body, int status, @Nullable String code) {
        var answer = submit(device(), body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        if (code != null) {
            assertThat(answer.code()).isEqualTo(code);
        }
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.platen");
    }

    @Test
    void aProblemSpeaksTheLanguageOfTheCaller() {
        var texts = List.of("en", "nl", "pt").stream()
                .map(language -> http().send(
                                "POST",
                                path(device()),
                                manager,
                                "{}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Accept-Language",
                                language)
                        .json()
                        .get("title")
                        .stringValue())
                .toList();

        assertThat(texts).containsExactly("Counter missing", "Teller ontbreekt", "Falta um contador");
    }

    private Http.Answer submit(DeviceId device, String body) {
        return http().post(path(device), manager, body);
    }

    private Http http() {
        return new Http(port);
    }

    private static String path(DeviceId device) {
        return "/api/devices/" + device + "/reads";
    }

    private DeviceId device() {
        return java.util.Objects.requireNonNull(scenario).device(account, user);
    }

    private static String read(String readOn, long total, long colour) {
        return "{\"readOn\":\"%s\",\"counters\":{\"total\":%d,\"colour\":%d}}".formatted(readOn, total, colour);
    }

    private static String confirmed(long total, String token) {
        return "{\"readOn\":\"2026-11-22\",\"counters\":{\"total\":%d,\"colour\":51},\"warningToken\":\"%s\"}"
                .formatted(total, token);
    }

    private long storedEvents(DeviceId device) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(device.toString())
                .query(Long.class)
                .single();
    }
}
