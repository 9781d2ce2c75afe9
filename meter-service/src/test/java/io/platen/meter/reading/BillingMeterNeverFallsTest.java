package io.platen.meter.reading;

import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.MeterCommand.RecordEngineerRead;
import io.platen.meter.reading.MeterCommand.RecordRemoteCounters;
import io.platen.meter.reading.MeterCommand.ResetCounters;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.axonframework.commandhandling.CommandResultMessage;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * BEY-12: whatever happens to a machine and its counters, the billing meter never falls, and what is billed in the end
 * are the pages that were printed.
 */
class BillingMeterNeverFallsTest {

    private static final int DAYS = 60;
    private static final int DIGITS = 5;
    private static final long CAPACITY = 100_000;

    /** A machine as it stands there: pages come out of it, and its counter goes round. */
    private static final class Machine {
        private final List<MeterEvent> events = new ArrayList<>();
        private long shown;

        Machine(long shown) {
            this.shown = shown;
            events.add(new MeterEvent.RegisterOpened(DEVICE, List.of(Counter.TOTAL), 3000, KEY, DIGITS));
        }

        void print(long pages) {
            shown = (shown + pages) % CAPACITY;
        }
    }

    @RepeatedTest(60)
    void whateverHappens(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var machines = new ArrayList<Machine>();
        machines.add(new Machine(CAPACITY - random.nextInt(3000)));
        var printed = 0L;
        var day = LocalDate.parse("2026-01-01");
        engineer(machines.getLast(), day);
        for (int i = 0; i < DAYS; i++) {
            day = day.plusDays(1);
            var pages = random.nextInt(150);
            var machine = machines.getLast();
            machine.print(pages);
            printed += pages;
            switch (random.nextInt(8)) {
                case 0 -> customer(machine, day);
                case 1 -> {
                    var next = random.nextInt(500);
                    remote(machine, day); // else a wrap-around of that day would not be seen
                    send(
                            machine,
                            day,
                            new ResetCounters(
                                    DEVICE,
                                    Map.of("total", machine.shown),
                                    Map.of("total", (long) next),
                                    null,
                                    "New board"));
                    machine.shown = next;
                }
                case 2 -> {
                    if (random.nextInt(3) == 0) {
                        remote(machine, day);
                        engineer(machine, day);
                        machines.add(new Machine(random.nextInt(90_000)));
                        engineer(machines.getLast(), day);
                    }
                }
                default -> remote(machine, day);
            }
        }
        remote(machines.getLast(), day.plusDays(1));

        assertThat(machines.stream()
                        .mapToLong(BillingMeterNeverFallsTest::billed)
                        .sum())
                .isEqualTo(printed);
    }

    private static void remote(Machine machine, LocalDate day) {
        var at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        send(machine, day, new RecordRemoteCounters(DEVICE, ReadId.random(), total(machine.shown), at));
    }

    private static void engineer(Machine machine, LocalDate day) {
        send(machine, day, new RecordEngineerRead(DEVICE, ReadId.random(), total(machine.shown), day));
    }

    private static void customer(Machine machine, LocalDate day) {
        remote(machine, day); // a wrap-around is told by the machine alone
        var read = new SubmitRead(
                DEVICE, ReadId.random(), Map.of("total", machine.shown), day, null, ReadSource.CUSTOMER, null);
        if (send(machine, day, read) instanceof Decision.Doubtful doubtful) {
            send(
                    machine,
                    day,
                    new SubmitRead(DEVICE, ReadId.random(), Map.of("total", machine.shown), day, doubtful.token()));
        }
    }

    private static Object send(Machine machine, LocalDate day, MeterCommand command) {
        var answers = new ArrayList<Object>();
        var register = new RegisterFixture()
                .at(day.atTime(13, 0).toInstant(ZoneOffset.UTC).toString());
        register.given(machine.events.toArray(MeterEvent[]::new))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(new CustomMatcher<CommandResultMessage<?>>("any") {
                    @Override
                    public boolean matches(Object message) {
                        answers.add(Objects.requireNonNullElse(
                                ((CommandResultMessage<?>) message).getPayload(), "nothing"));
                        return true;
                    }
                });
        register.axon
                .getEventStore()
                .readEvents(DEVICE.toString())
                .asStream()
                .skip(machine.events.size())
                .map(event -> (MeterEvent) event.getPayload())
                .forEach(machine.events::add);
        return answers.getFirst();
    }

    private static long billed(Machine machine) {
        var meter = machine.events.stream()
                .filter(MeterEvent.AcceptedRead.class::isInstance)
                .map(BillingMeterNeverFallsTest::billingMeter)
                .toList();
        assertThat(meter).isSorted();
        return meter.getLast() - meter.getFirst();
    }

    private static long billingMeter(MeterEvent event) {
        var billed = event instanceof MeterEvent.ReadSubmitted read
                ? Objects.requireNonNullElse(read.billingMeter(), read.counters())
                : event instanceof MeterEvent.RemoteCountersRecorded read
                        ? Objects.requireNonNullElse(read.billingMeter(), read.counters())
                        : Counters.NONE;
        return Objects.requireNonNull(billed.of(Counter.TOTAL));
    }
}
