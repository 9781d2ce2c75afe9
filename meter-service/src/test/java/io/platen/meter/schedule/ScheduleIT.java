package io.platen.meter.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.Location;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.submit.MeterScenario;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due dates follow the contract, and the clock alone opens and closes them, whatever happens to the timers. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScheduleIT {

    private static final Instant OPENS = Instant.parse("2026-11-24T23:00:00Z");
    private static final Instant IS_OVER = Instant.parse("2026-12-05T23:00:00Z");

    private final AccountId account = AccountId.random();
    private final UserId user = UserId.random();

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ScheduleKeeper keeper;

    @Autowired
    private ReadTimers timers;

    private @Nullable MeterScenario scenario;

    @BeforeEach
    void november() {
        clock.set(Instant.parse("2026-11-22T12:00:00Z"));
        if (scenario == null) {
            scenario = new MeterScenario(events, jdbc);
            scenario.account(account);
        }
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aReadIsScheduledDueOnceAndMissed() {
        var device = device();
        scheduled(device);

        clock.set(OPENS.minusSeconds(60));
        keeper.keepAll();
        assertThat(stored(device, "DueWindowOpened")).isZero();
        clock.set(OPENS);
        keeper.keepAll();
        keeper.keepAll();

        var due = events.await(
                Topic.METER,
                received -> received.event() instanceof MeterReadDue told
                        && told.deviceId().equals(device));
        assertThat(due.event())
                .isEqualTo(new MeterReadDue(
                        device,
                        LocalDate.parse("2026-11-30"),
                        LocalDate.parse("2026-11-25"),
                        LocalDate.parse("2026-12-05")));
        assertThat(due.metadata().account()).isEqualTo(account);
        assertThat(stored(device, "DueWindowOpened")).isEqualTo(1);

        clock.set(IS_OVER);
        keeper.keepAll();

        var missed = events.await(
                Topic.METER, MeterReadMissed.class, told -> told.deviceId().equals(device));
        assertThat(missed).isEqualTo(new MeterReadMissed(device, LocalDate.parse("2026-11-30"), Map.of(), 1));
        events.await(
                Topic.METER,
                MeterReadScheduled.class,
                told -> told.deviceId().equals(device) && told.dueOn().equals(LocalDate.parse("2026-12-31")));
    }

    @Test
    void aTimerThatWasLostIsFoundAgain() {
        var device = device();
        scheduled(device);
        clock.set(OPENS);
        jdbc.sql("delete from read_timer where device_id = ?")
                .param(device.value())
                .update();

        keeper.keepAll();
        assertThat(stored(device, "DueWindowOpened")).isZero();
        keeper.findLost();

        assertThat(stored(device, "DueWindowOpened")).isEqualTo(1);
        assertThat(nextStep(device)).isEqualTo(IS_OVER);
        assertThat(timers.lost(null, 1000)).doesNotContain(device);
    }

    @Test
    void aTimerOfTheWrongHourIsPutRight() {
        var device = device();
        scheduled(device);
        jdbc.sql("update read_timer set next_step_at = now() - interval '1 year' where device_id = ?")
                .param(device.value())
                .update();

        keeper.keepAll();

        assertThat(stored(device, "DueWindowOpened")).isZero();
        assertThat(nextStep(device)).isEqualTo(OPENS);
    }

    @Test
    void whatBrokeOffIsTakenAgainWhenItsLeaseIsOver() {
        var device = device();
        scheduled(device);
        clock.set(OPENS);
        var claimed = new ArrayList<DeviceId>();
        for (var due = timers.claim(OPENS, OPENS.plusSeconds(300));
                due.isPresent();
                due = timers.claim(OPENS, OPENS.plusSeconds(300))) {
            claimed.add(due.get().device());
        }
        assertThat(claimed).contains(device);

        clock.set(OPENS.plusSeconds(290));
        keeper.keepAll();
        assertThat(stored(device, "DueWindowOpened")).isZero();
        clock.set(OPENS.plusSeconds(301));
        keeper.keepAll();

        assertThat(stored(device, "DueWindowOpened")).isEqualTo(1);
    }

    @Test
    void ofSeveralThatLookAtOnceOneOpensEachItem() throws Exception {
        var devices = Stream.generate(this::device).limit(6).toList();
        scheduled(devices.toArray(DeviceId[]::new));
        clock.set(OPENS);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> instances.submit(keeper::keepAll))
                    .limit(4)
                    .toList();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(devices)
                .allSatisfy(
                        device -> assertThat(stored(device, "DueWindowOpened")).isEqualTo(1));
    }

    @Test
    void aDeviceThatLeavesIsNotReadAnyMore() {
        var device = device();
        scheduled(device);

        events.publish(new DeviceRemovedFromAccount(device, account), device, 9, account);

        events.await(
                Topic.METER, MeterScheduleEnded.class, told -> told.deviceId().equals(device));
        clock.set(OPENS);
        keeper.keepAll();
        assertThat(stored(device, "DueWindowOpened")).isZero();
    }

    @Test
    void aContractThatEndsIsReadOnItsLastDay() {
        var device = device();
        var contract = scheduled(device);

        events.publish(
                new ContractEnded(contract, "K", account, Set.of(device), LocalDate.parse("2026-12-10"), "Moved"),
                contract,
                1,
                account);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored(device, "ScheduleShortened") == 1);
        clock.set(IS_OVER);
        keeper.keepAll();

        events.await(
                Topic.METER,
                MeterReadScheduled.class,
                told -> told.deviceId().equals(device) && told.dueOn().equals(LocalDate.parse("2026-12-10")));
    }

    @Test
    void aDeviceThatMovesIsLookedAtByItsNewCalendar() {
        var device = device();
        scheduled(device);

        events.publish(
                new DeviceLocationChanged(
                        device,
                        new Location(
                                "Curitiba",
                                "Rua XV 1",
                                "80020",
                                "Curitiba",
                                "BR",
                                null,
                                ZoneId.of("America/Sao_Paulo")),
                        LocalDate.parse("2026-11-20")),
                device,
                9,
                account);

        var midnight = Instant.parse("2026-11-25T03:00:00Z");
        await().atMost(Duration.ofSeconds(30)).until(() -> nextStep(device).equals(midnight));
    }

    @Test
    void aContractThatReadsNoMetersSchedulesNothing() {
        var device = device();
        var contract = ContractId.random();

        events.publish(activated(contract, null, device), contract, 0, account);
        events.publish(
                new ContractEnded(contract, "K", account, Set.of(device), LocalDate.parse("2026-12-10"), "Moved"),
                contract,
                1,
                account);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.sql("select count(*) from contract_term where contract_id = ? and end_on = '2026-12-10'")
                                        .param(contract.value())
                                        .query(Long.class)
                                        .single()
                                == 1);
        assertThat(stored(device, "ScheduleAgreed")).isZero();
        assertThat(stored(device, "ScheduleShortened")).isZero();
    }

    @Test
    void aMachineThatTakesOverIsReadInThePlaceOfTheOldOne() {
        var device = device();
        var next = device();
        var contract = scheduled(device);
        var day = LocalDate.parse("2026-11-21");
        var replaced = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            events.publish(
                    replaced,
                    new DeviceReplaced(
                            device,
                            next,
                            account,
                            day,
                            Map.of(Counter.TOTAL, 5000L, Counter.COLOUR, 500L),
                            Map.of(Counter.TOTAL, 12L, Counter.COLOUR, 2L)),
                    device,
                    9,
                    account);
        }
        events.publish(new ContractDeviceReplaced(contract, "K", account, device, next, day), contract, 1, account);

        events.await(
                Topic.METER, MeterScheduleEnded.class, told -> told.deviceId().equals(device));
        events.await(
                Topic.METER,
                MeterReadScheduled.class,
                told -> told.deviceId().equals(next) && told.dueOn().equals(LocalDate.parse("2026-11-30")));
        var last = events.await(
                Topic.METER, MeterReadSubmitted.class, told -> told.deviceId().equals(device));
        assertThat(last.source()).isEqualTo(ReadSource.ENGINEER);
        assertThat(last.counters()).containsEntry(Counter.TOTAL, 5000L);
        assertThat(last.readOn()).isEqualTo(day);
        var first = events.await(
                Topic.METER, MeterReadSubmitted.class, told -> told.deviceId().equals(next));
        assertThat(first.counters()).containsEntry(Counter.TOTAL, 12L);
        assertThat(stored(device, "ReadSubmitted")).isEqualTo(1);
    }

    private DeviceId device() {
        return java.util.Objects.requireNonNull(scenario).device(account, user);
    }

    /** By a contract that is told twice. */
    private ContractId scheduled(DeviceId... devices) {
        var contract = ContractId.random();
        var id = UUID.randomUUID().toString();
        var activated = activated(contract, MeterCycle.MONTHLY, devices);
        events.publish(id, activated, contract, 0, account);
        events.publish(id, activated, contract, 0, account);
        for (var device : devices) {
            await().atMost(Duration.ofSeconds(30)).until(() -> stored(device, "ReadScheduled") == 1);
            assertThat(nextStep(device)).isEqualTo(OPENS);
        }
        return contract;
    }

    private PublishedEvent activated(ContractId contract, @Nullable MeterCycle cycle, DeviceId... devices) {
        return new ContractActivated(
                contract,
                "K-" + contract,
                account,
                new HashSet<>(List.of(devices)),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                true,
                true,
                Map.of(),
                Map.of(),
                cycle);
    }

    private Instant nextStep(DeviceId device) {
        return jdbc.sql("select next_step_at from read_timer where device_id = ?")
                .param(device.value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private long stored(DeviceId device, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .param(device.toString())
                .param(type)
                .query(Long.class)
                .single();
    }
}
