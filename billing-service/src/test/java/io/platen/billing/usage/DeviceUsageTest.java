package io.platen.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.usage.UsageCommand.RecordUsage;
import io.platen.billing.usage.UsageEvent.UsageAdded;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class DeviceUsageTest {

    private static final ContractId CONTRACT = ContractId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final DeviceId DEVICE = DeviceId.random();
    private static final ReadId READ = ReadId.random();
    private static final UsageId USAGE = UsageId.of(CONTRACT, DEVICE);
    private static final Meter METER = new Meter(DEVICE, Counter.TOTAL);
    private static final Amount RATE = new Amount("EUR", "0.012500");

    private final AggregateTestFixture<DeviceUsage> usage = new AggregateTestFixture<>(DeviceUsage.class);

    @Test
    void aReadAddsThePagesSinceCountingBegan() {
        usage.givenNoPriorActivity()
                .when(record("2026-02-10", total(1100)))
                .expectEvents(added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)));
    }

    @Test
    void theNextOneAddsThePagesSinceThen() {
        usage.given(added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)))
                .when(record("2026-02-10", total(1101)))
                .expectEvents(added("2026-02-10", line(Counter.TOTAL, "2026-02-10", 1100, "2026-02-10", 1101)));
    }

    @Test
    void whatComesAgainAddsNothing() {
        usage.given(
                        added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)),
                        added("2026-02-20", line(Counter.TOTAL, "2026-02-10", 1100, "2026-02-20", 1200)))
                .when(record("2026-02-10", total(1100)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        usage.given(added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)))
                .when(record("2026-02-10", total(1100)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void eachCounterIsCountedByItself() {
        var colour = new CounterRead(Counter.COLOUR, 50, RATE, new DayRead(LocalDate.parse("2026-01-31"), 10));

        usage.given(added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)))
                .when(record("2026-02-20", total(1100), colour))
                .expectEvents(added("2026-02-20", line(Counter.COLOUR, "2026-01-31", 10, "2026-02-20", 50)));
    }

    /** 575 232 on 6 January at 1 671 a month are 580 259 after 91 days; what was estimated is not recorded again. */
    @Test
    void anEstimateIsUsageAndTheNextReadAddsWhatIsBeyondIt() {
        var january = new DayRead(LocalDate.parse("2016-01-06"), 575_232);
        var estimate =
                BilledLine.of(METER, january, new DayRead(LocalDate.parse("2016-04-06"), 580_259, true), 0, RATE);

        usage.givenNoPriorActivity()
                .when(new RecordUsage(
                        USAGE,
                        CONTRACT,
                        ACCOUNT,
                        DEVICE,
                        READ,
                        LocalDate.parse("2016-04-06"),
                        true,
                        List.of(new CounterRead(Counter.TOTAL, 580_259, RATE, january))))
                .expectEvents(added("2016-04-06", estimate));
        assertThat(estimate.estimated()).isTrue();
        assertThat(estimate.pages()).isEqualTo(5027);
        usage.given(added("2016-04-06", estimate))
                .when(record("2016-05-06", total(580_000)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        usage.given(added("2016-04-06", estimate))
                .when(record("2016-06-06", total(580_300)))
                .expectEvents(added("2016-06-06", line(Counter.TOTAL, "2016-04-06", 580_259, "2016-06-06", 580_300)));
    }

    @Test
    void fromASnapshotItIsWhatItWas() {
        var counted = new DeviceUsage();
        counted.on(added("2026-02-10", line(Counter.TOTAL, "2026-01-31", 1000, "2026-02-10", 1100)));
        counted.on(added("2026-02-20", line(Counter.COLOUR, "2026-01-31", 10, "2026-02-20", 50)));
        var snapshots = StoredEventSerializer.ofFields(StoredEventTypes.of(UsageEvent.class));

        DeviceUsage read = snapshots.deserialize(snapshots.serialize(counted, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(counted);
    }

    @Test
    void aDeviceHasOneUsageUnderAContract() {
        assertThat(UsageId.of(CONTRACT, DEVICE)).isEqualTo(USAGE).isNotEqualTo(UsageId.of(CONTRACT, DeviceId.random()));
        assertThat(UsageId.of(ContractId.random(), DEVICE)).isNotEqualTo(USAGE);
    }

    private static RecordUsage record(String day, CounterRead... counters) {
        return new RecordUsage(USAGE, CONTRACT, ACCOUNT, DEVICE, READ, LocalDate.parse(day), false, List.of(counters));
    }

    private static CounterRead total(long pages) {
        return new CounterRead(Counter.TOTAL, pages, RATE, new DayRead(LocalDate.parse("2026-01-31"), 1000));
    }

    private static UsageAdded added(String day, BilledLine... lines) {
        return new UsageAdded(USAGE, CONTRACT, ACCOUNT, DEVICE, READ, LocalDate.parse(day), List.of(lines));
    }

    private static BilledLine line(Counter counter, String from, long previous, String until, long current) {
        return BilledLine.of(
                new Meter(DEVICE, counter),
                new DayRead(LocalDate.parse(from), previous),
                new DayRead(LocalDate.parse(until), current),
                0,
                RATE);
    }
}
