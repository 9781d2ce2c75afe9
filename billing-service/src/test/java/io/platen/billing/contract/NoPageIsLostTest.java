package io.platen.billing.contract;

import static io.platen.billing.contract.ContractFixture.ACCOUNT;
import static io.platen.billing.contract.ContractFixture.CONTRACT;
import static io.platen.billing.contract.ContractFixture.replaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.platen.billing.contract.ContractCommand.BillPeriod;
import io.platen.billing.contract.ContractEvent.ContractActivated;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Contracts, reads, estimates, replaced machines and periods at random: whatever comes late, every page between the first
 * and the last read is on one line, no page that a machine made elsewhere is on any, and every line costs what it says.
 */
class NoPageIsLostTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate END = LocalDate.parse("2027-06-30");

    /**
     * @param knownFrom the number of the bill that sees it first
     * @param elsewhere whether the machine was not under the contract on that day
     */
    private record Coming(Meter meter, DayRead read, int knownFrom, boolean elsewhere) {

        LocalDate day() {
            return read.readOn();
        }

        boolean isRead() {
            return !elsewhere && !read.estimated();
        }
    }

    private record Replacement(DeviceId old, DeviceId next, LocalDate day, int knownFrom) {}

    @RepeatedTest(60)
    void overConsecutivePeriods(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var terms = terms(random);
        var periods = periods(random);
        var replacements = replacements(random, terms, periods);
        var coming = coming(random, terms, periods, replacements);
        var ledger = new PaperLedger();
        var history = new ArrayList<ContractEvent>(List.of(new ContractActivated(CONTRACT, terms)));
        var bills = new ArrayList<List<BilledLine>>();

        var from = periods.getFirst().from();
        for (int i = 0; i < periods.size(); i++) {
            var number = i;
            coming.stream()
                    .filter(read -> read.knownFrom() == number)
                    .forEach(read ->
                            ledger.write(read.meter().deviceId(), read.meter().counter(), read.read()));
            replacements.stream()
                    .filter(replacement -> replacement.knownFrom() == number)
                    .forEach(there -> history.add(
                            replaced(there.old(), there.next(), there.day().toString())));
            var decision = bill(history, ledger, new Period(from, periods.get(i).until()));
            if (decision instanceof BillDecision.Billed billed) {
                bills.add(billed.lines());
                from = periods.get(i).until().plusDays(1);
            } else {
                assertThat(decision).isEqualTo(new BillDecision.NothingToInvoice());
            }
        }

        bills.forEach(NoPageIsLostTest::assertExact);
        assertEveryPageOnce(bills, coming, periods.getFirst().from());
    }

    private static BillDecision bill(List<ContractEvent> history, PaperLedger ledger, Period period) {
        var contract = new AggregateTestFixture<>(Contract.class);
        contract.registerInjectableResource(ledger);
        var decisions = new ArrayList<BillDecision>();
        var applied = new ArrayList<ContractEvent>();
        contract.given(history)
                .when(new BillPeriod(CONTRACT, InvoiceId.random(), period, END))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayloadMatching(predicate(decision -> decisions.add((BillDecision) decision)))
                .expectEventsMatching(payloadsMatching(predicate(events -> {
                    events.forEach(event -> applied.add((ContractEvent) event));
                    return true;
                })));
        history.addAll(applied);
        return decisions.getFirst();
    }

    private static void assertExact(List<BilledLine> lines) {
        for (var line : lines) {
            var exact = new BigDecimal(line.rate().value()).multiply(BigDecimal.valueOf(line.pages()));
            assertThat(new BigDecimal(line.amount().value())).isEqualTo(exact.setScale(2, RoundingMode.HALF_UP));
            assertThat(line.pages() + line.included()).isEqualTo(line.current() - line.previous());
        }
        assertThat(lines.stream().map(line -> new Meter(line.deviceId(), line.counter())))
                .as("one line for each counter")
                .doesNotHaveDuplicates();
    }

    private static void assertEveryPageOnce(List<List<BilledLine>> bills, List<Coming> coming, LocalDate firstDay) {
        var billedUpTo = new HashMap<Meter, Long>();
        for (var line : bills.stream().flatMap(List::stream).toList()) {
            var meter = new Meter(line.deviceId(), line.counter());
            var begin = billedUpTo.getOrDefault(meter, start(coming, meter, firstDay));
            assertThat(line.previous()).as("where the last bill ended").isEqualTo(begin);
            billedUpTo.put(meter, line.current());
        }
        var estimates = bills.stream()
                .flatMap(List::stream)
                .filter(line -> line.estimated() != null)
                .toList();
        coming.stream().map(Coming::meter).distinct().forEach(meter -> {
            var read = coming.stream()
                    .filter(Coming::isRead)
                    .filter(one -> one.meter().equals(meter))
                    .mapToLong(one -> one.read().pages());
            var estimated = estimates.stream()
                    .filter(line -> new Meter(line.deviceId(), line.counter()).equals(meter))
                    .mapToLong(BilledLine::current);
            var begin = start(coming, meter, firstDay);
            var last = Math.max(begin, LongStream.concat(read, estimated).max().orElseThrow());
            assertThat(billedUpTo.getOrDefault(meter, begin))
                    .as("all that was read, and what was estimated beyond it")
                    .isEqualTo(last);
        });
    }

    private static long start(List<Coming> coming, Meter meter, LocalDate firstDay) {
        var reads = coming.stream()
                .filter(read -> !read.elsewhere() && read.meter().equals(meter))
                .toList();
        return reads.stream()
                .filter(read -> read.day().isBefore(firstDay))
                .reduce((first, second) -> second)
                .orElse(reads.getFirst())
                .read()
                .pages();
    }

    private static Terms terms(Random random) {
        var rates = new EnumMap<Counter, Amount>(Counter.class);
        var included = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : List.of(Counter.TOTAL, Counter.COLOUR)) {
            rates.put(
                    counter,
                    new Amount(
                            "EUR",
                            BigDecimal.valueOf(random.nextInt(200_000), 6).toPlainString()));
            if (random.nextBoolean()) {
                included.put(counter, (long) random.nextInt(3000));
            }
        }
        var devices = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(i -> DeviceId.of("00000000-0000-4000-8000-00000000000" + i))
                .toList();
        return new Terms("C-1", ACCOUNT, devices, new Period(START, END), true, true, rates, included);
    }

    /** One after the other; the last one is the rest of the contract. */
    private static List<Period> periods(Random random) {
        var periods = new ArrayList<Period>();
        var from = START.plusDays(random.nextInt(40));
        while (from.isBefore(END.minusDays(100))) {
            var until = from.plusDays(random.nextInt(60));
            periods.add(new Period(from, until));
            from = until.plusDays(1);
        }
        periods.add(new Period(from, END));
        return periods;
    }

    /** Some machines are replaced, some of those that took over as well; some of it is told after its bill. */
    private static List<Replacement> replacements(Random random, Terms terms, List<Period> periods) {
        var replacements = new ArrayList<Replacement>();
        int next = 4;
        for (var device : terms.devices()) {
            var old = device;
            var known = 0;
            for (var day = START.plusDays(random.nextInt(400));
                    day.isBefore(END.minusDays(1)) && random.nextInt(3) > 0;
                    day = day.plusDays(1 + random.nextInt(200))) {
                var taking = DeviceId.of("00000000-0000-4000-8000-%012d".formatted(next++));
                known = Math.max(known, Math.min(billOf(day, periods) + random.nextInt(2), periods.size() - 1));
                replacements.add(new Replacement(old, taking, day, known));
                old = taking;
            }
        }
        return replacements;
    }

    /** Counters never run backwards, and reads of a counter come in the order of their days; some after their bill. */
    private static List<Coming> coming(
            Random random, Terms terms, List<Period> periods, List<Replacement> replacements) {
        var coming = new ArrayList<Coming>();
        var devices = Stream.concat(
                        terms.devices().stream(), replacements.stream().map(Replacement::next))
                .toList();
        for (var device : devices) {
            var begun = find(replacements, there -> there.next().equals(device));
            var left = find(replacements, there -> there.old().equals(device));
            for (var counter : terms.rates().keySet()) {
                coming.addAll(coming(random, new Meter(device, counter), begun, left, periods));
            }
        }
        return coming;
    }

    private static @Nullable Replacement find(List<Replacement> replacements, Predicate<Replacement> which) {
        return replacements.stream().filter(which).findFirst().orElse(null);
    }

    /** The days of a replacement are read exactly once; before and after them a machine prints elsewhere. */
    private static List<Coming> coming(
            Random random, Meter meter, @Nullable Replacement begun, @Nullable Replacement left, List<Period> periods) {
        var days = new TreeSet<LocalDate>();
        for (var day = START.minusDays(random.nextInt(30));
                day.isBefore(END);
                day = day.plusDays(1 + random.nextInt(50))) {
            days.add(day);
        }
        Stream.of(begun, left).filter(Objects::nonNull).forEach(there -> days.add(there.day()));
        var coming = new ArrayList<Coming>();
        long pages = random.nextInt(10_000);
        int known = 0;
        for (var day : days) {
            var after = left != null && day.isAfter(left.day());
            var elsewhere = after || (begun != null && day.isBefore(begun.day()));
            known = Math.max(known, billOf(day, periods) + (random.nextInt(4) == 0 ? 1 : 0));
            known = left != null && after ? Math.max(known, left.knownFrom()) : known;
            known = Math.min(known, periods.size() - 1);
            var told = Stream.of(begun, left)
                    .anyMatch(there -> there != null && there.day().equals(day));
            var estimated = !told && !coming.isEmpty() && !elsewhere && random.nextInt(5) == 0;
            coming.add(new Coming(
                    meter,
                    new DayRead(day, estimated ? pages + random.nextInt(3000) : pages, estimated),
                    known,
                    elsewhere));
            pages += random.nextInt(3) == 0 ? 0 : random.nextInt(2000);
        }
        return coming;
    }

    private static int billOf(LocalDate day, List<Period> periods) {
        return (int)
                periods.stream().filter(period -> period.until().isBefore(day)).count();
    }
}
