package io.platen.meter.reset;

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
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.submit.MeterScenario;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MET-31, MET-33: reads by phone and resets over HTTP. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResetCountersIT {

    private final AccountId account = AccountId.random();
    private final UserId user = UserId.random();
    private final String manager = TestTokens.customer(user, account, CustomerRole.DEVICE_MANAGER);
    private final String contactCentre = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");

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
        clock.set(Instant.parse("2026-11-22T12:00:00Z"));
        if (scenario == null) {
            scenario = new MeterScenario(events, jdbc);
            scenario.account(account);
        }
    }

    @Test
    void theBillingMeterGoesOnBehindAReset() {
        var device = device();
        assertThat(read(device, manager, "{\"counters\":{\"total\":5000,\"colour\":500}}")
                        .status())
                .isEqualTo(201);

        var reset = http().post("/api/devices/" + device + "/counter-resets", contactCentre, """
                        {"oldCounters":{"total":5100,"colour":510},"newCounters":{"total":7,"colour":1},
                         "reason":"New board"}""");

        assertThat(reset.status()).isEqualTo(204);
        var told = events.await(
                Topic.METER, MeterCounterReset.class, event -> event.deviceId().equals(device));
        assertThat(told.oldCounters()).containsEntry(Counter.TOTAL, 5100L);
        assertThat(told.newCounters()).containsEntry(Counter.TOTAL, 7L);
        assertThat(told.reason()).isEqualTo("New board");
        events.publish(
                new CounterReported(device, Map.of(Counter.TOTAL, 20L, Counter.COLOUR, 3L), clock.instant()),
                device,
                4);
        var read = events.await(
                Topic.METER,
                MeterReadSubmitted.class,
                event -> event.deviceId().equals(device) && event.source() == ReadSource.REMOTE);
        assertThat(read.counters()).containsEntry(Counter.TOTAL, 20L).containsEntry(Counter.COLOUR, 3L);
        assertThat(read.billed()).containsEntry(Counter.TOTAL, 5113L).containsEntry(Counter.COLOUR, 512L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"oldCounters\":{\"total\":4999},\"newCounters\":{\"total\":0},\"reason\":\"x\"} | 422 | METER_LOWER_THAN_PREVIOUS",
                "{\"oldCounters\":{\"total\":5000},\"newCounters\":{},\"reason\":\"x\"}            | 422 | COUNTER_MISSING",
                "{\"oldCounters\":{\"total\":5000},\"newCounters\":{\"total\":0}}                  | 400 | VALIDATION_FAILED",
                "{\"oldCounters\":{\"total\":5000},\"newCounters\":{\"total\":0},\"reason\":\" \"} | 400 | VALIDATION_FAILED",
                "{\"oldCounters\":{\"total\":5000},\"newCounters\":{\"total\":0},\"reason\":\"x\",\"resetOn\":\"2026-11-23\"} | 422 | READ_DATE_INVALID",
                "{\"oldCounters\":{\"total\":5000},\"newCounters\":{\"total\":0},\"reason\":\"x\",\"resetOn\":7} | 400 | VALIDATION_FAILED",
            })
    void whatCannotBeIsAClearProblem(String body, int status, String code) {
        var device = device();
        read(device, manager, "{\"counters\":{\"total\":5000,\"colour\":500}}");

        var answer = http().post("/api/devices/" + device + "/counter-resets", contactCentre, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(stored(device, "CountersReset")).isZero();
    }

    @Test
    void whoTakesAReadByPhoneMayPassOnceADayWithAReason() {
        var device = device();
        read(device, manager, "{\"counters\":{\"total\":5000,\"colour\":500}}");

        assertThat(read(device, contactCentre, "{\"counters\":{\"total\":5010,\"colour\":500}}")
                        .code())
                .isEqualTo("METER_ALREADY_SUBMITTED_TODAY");
        assertThat(read(device, manager, "{\"counters\":{\"total\":5010,\"colour\":500},\"reason\":\"I insist\"}")
                        .status())
                .isEqualTo(403);
        var taken = read(
                device, contactCentre, "{\"counters\":{\"total\":5010,\"colour\":500},\"reason\":\"Called twice\"}");

        assertThat(taken.status()).isEqualTo(201);
        var told = events.await(
                Topic.METER,
                received -> received.event() instanceof MeterReadSubmitted event
                        && event.deviceId().equals(device)
                        && event.source() == ReadSource.PHONE);
        assertThat(((MeterReadSubmitted) told.event()).reason()).isEqualTo("Called twice");
        assertThat(told.metadata().actor()).isNotEqualTo(user.toString()).isNotEqualTo("system");
    }

    @Test
    void staffOfAnotherRegionSeeNothing() {
        var device = device();
        var elsewhere = TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT");

        assertThat(read(device, elsewhere, "{\"counters\":{}}").status()).isEqualTo(404);
        assertThat(http().post("/api/devices/" + device + "/counter-resets", elsewhere, "{}")
                        .status())
                .isEqualTo(404);
        await().until(() -> stored(device, "RegisterOpened") == 1);
    }

    private Http.Answer read(DeviceId device, String token, String body) {
        return http().post("/api/devices/" + device + "/reads", token, body);
    }

    private Http http() {
        return new Http(port);
    }

    private DeviceId device() {
        return java.util.Objects.requireNonNull(scenario).device(account, user);
    }

    private long stored(DeviceId device, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .param(device.toString())
                .param(type)
                .query(Long.class)
                .single();
    }
}
