package io.platen.meter.reading;

import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.reports;
import static io.platen.meter.reading.RegisterFixture.submit;
import static io.platen.meter.reading.RegisterFixture.submitTotal;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.MeterCommand.RecordEngineerRead;
import io.platen.meter.reading.MeterCommand.ResetCounters;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.meter.reading.MeterEvent.CountersReset;
import io.platen.meter.reading.MeterEvent.ReadRejected;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import io.platen.meter.reading.MeterEvent.RegisterOpened;
import io.platen.meter.reading.MeterEvent.RemoteCountersRecorded;
import io.platen.meter.reading.MeterEvent.RemoteCountersRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MET-31, MET-33, BEY-11, BEY-12: reads by staff, resets, wrap-around and replaced machines. */
class CounterResetTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RegisterFixture register = new RegisterFixture();

    @Test
    void aResetIsRecordedWithWhatTheCountersShowed() {
        register.given(opened(Counter.TOTAL), read("2026-11-20", total(1000)))
                .when(reset(Map.of("total", 1100L), Map.of("total", 3L)))
                .expectEvents(new CountersReset(DEVICE, TODAY, total(1100), total(3), "New board"))
                .expectResultMessagePayload(List.of());
    }

    @Test
    void whatIsReadLaterIsComparedWithTheNewBase() {
        var before = new MeterEvent[] {
            opened(Counter.TOTAL),
            read("2026-11-20", total(1000)),
            new CountersReset(DEVICE, LocalDate.parse("2026-11-20"), total(1100), total(30), "New board")
        };
        register.given(before)
                .when(submitTotal(29))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 29L),
                        TODAY,
                        total(30)));
        register.given(before)
                .when(submitTotal(50))
                .expectEvents(
                        new ReadSubmitted(READ, DEVICE, total(50), TODAY, TODAY, false, NOON, null, null, total(1120)));
        register.given(before)
                .when(reports("2026-11-22T06:00:00Z", total(50)))
                .expectEvents(new RemoteCountersRecorded(READ, DEVICE, total(50), TODAY, NOON, null, total(1120)));
    }

    /** It has shown no digits that a read could have more of. */
    @Test
    void whatACounterShowsAfterItWasSetToZeroIsNoDoubt() {
        register.given(
                        opened(Counter.TOTAL),
                        read("2026-11-20", total(1000)),
                        new CountersReset(DEVICE, LocalDate.parse("2026-11-20"), total(1100), total(0), "New board"))
                .when(submitTotal(150))
                .expectEvents(new ReadSubmitted(
                        READ, DEVICE, total(150), TODAY, TODAY, false, NOON, null, null, total(1250)));
    }

    @Test
    void aSecondResetGoesOnFromTheFirst() {
        register.given(
                        opened(Counter.TOTAL),
                        read("2026-11-20", total(1000)),
                        new CountersReset(DEVICE, LocalDate.parse("2026-11-20"), total(1100), total(0), "New board"),
                        new CountersReset(DEVICE, LocalDate.parse("2026-11-21"), total(200), total(10), "Again"))
                .when(submitTotal(20))
                .expectEvents(
                        new ReadSubmitted(READ, DEVICE, total(20), TODAY, TODAY, false, NOON, null, null, total(1310)));
    }

    @Test
    void oneCounterMayBeResetAlone() {
        register.given(opened(Counter.TOTAL, Counter.COLOUR), read("2026-11-20", colour(1000, 400)))
                .when(reset(Map.of("total", 1000L), Map.of("total", 0L)))
                .expectEvents(new CountersReset(DEVICE, TODAY, total(1000), total(0), "New board"));
        register.given(
                        opened(Counter.TOTAL, Counter.COLOUR),
                        read("2026-11-20", colour(1000, 400)),
                        new CountersReset(DEVICE, LocalDate.parse("2026-11-20"), total(1000), total(5), "New board"))
                .when(submit(Map.of("total", 8L, "colour", 405L), null, null))
                .expectEvents(new ReadSubmitted(
                        READ, DEVICE, colour(8, 405), TODAY, TODAY, false, NOON, null, null, colour(1003, 405)));
    }

    @ParameterizedTest
    @CsvSource({
        "999,  0,          2026-11-22, oldCounters.total, METER_LOWER_THAN_PREVIOUS",
        "1000, -1,         2026-11-22, newCounters.total, METER_VALUE_INVALID",
        "1000, 1000000000, 2026-11-22, newCounters.total, METER_VALUE_INVALID",
        "1000, ,           2026-11-22, newCounters.total, METER_VALUE_INVALID",
        "1000000000, 0,    2026-11-22, oldCounters.total, METER_VALUE_INVALID",
        "1000, 0,          2026-11-23, resetOn,           READ_DATE_INVALID",
        "1000, 0,          2026-11-19, resetOn,           READ_DATE_INVALID",
    })
    void whatCannotBeIsRefused(long before, @Nullable Long after, String day, String field, ReadRejection reason) {
        var values = new HashMap<String, @Nullable Long>();
        values.put("total", after);
        var result = register.given(opened(Counter.TOTAL), read("2026-11-20", total(1000)))
                .when(new ResetCounters(DEVICE, Map.of("total", before), values, LocalDate.parse(day), "New board"))
                .expectNoEvents();
        List<Objection> objections = payloadOf(result);
        assertThat(objections).extracting(Objection::field).containsExactly(field);
        assertThat(objections).extracting(Objection::reason).containsExactly(reason);
    }

    @Test
    void whatWasShownBeforeIsToldOfEveryCounter() {
        List<Objection> objections = payloadOf(register.given(opened(Counter.TOTAL, Counter.COLOUR))
                .when(reset(Map.of("total", 5L), Map.of("total", 0L, "colour", 0L)))
                .expectNoEvents());

        assertThat(objections)
                .extracting(objection -> objection.field() + " " + objection.reason())
                .containsExactly("oldCounters.colour COUNTER_MISSING");
    }

    @Test
    void untilItIsKnownWhatItCountsNothingIsReset() {
        register.given(RegisterFixture.agreed(RegisterFixture.monthly("2026-01-01", "2026-12-31")))
                .when(reset(Map.of("total", 5L), Map.of("total", 0L)))
                .expectException(org.axonframework.modelling.command.AggregateNotFoundException.class)
                .expectNoEvents();
    }

    @Test
    void bothSidesNameTheSameCountersOfTheModel() {
        List<Objection> objections = payloadOf(register.given(opened(Counter.TOTAL))
                .when(reset(Map.of("total", 5L, "fax", 1L), Map.of("colour", 0L)))
                .expectNoEvents());
        assertThat(objections)
                .extracting(objection -> objection.field() + " " + objection.reason())
                .containsExactly(
                        "newCounters.colour COUNTER_UNKNOWN",
                        "oldCounters.fax COUNTER_UNKNOWN",
                        "newCounters.total COUNTER_MISSING");
        List<Objection> none = payloadOf(register.given(opened(Counter.TOTAL)).when(reset(Map.of(), Map.of())));
        assertThat(none).extracting(Objection::field).containsExactly("oldCounters");
    }

    @Test
    void aCounter32BeginsAgainWhereThatIsPlausible() {
        register.given(rated(3000, null), remote(EARLIER, "2026-11-20", total(4_294_967_200L), null))
                .when(reports("2026-11-22T06:00:00Z", total(104)))
                .expectEvents(
                        new CountersReset(DEVICE, TODAY, total(4_294_967_296L), total(0), WrapAround.REASON),
                        new RemoteCountersRecorded(READ, DEVICE, total(104), TODAY, NOON, null, total(4_294_967_400L)))
                .expectResultMessagePayload(ReadOutcome.TAKEN);
    }

    @Test
    void aCounterOfFiveDigitsBeginsAgainBehindItsLast() {
        register.given(rated(3000, 5), remote(EARLIER, "2026-11-20", total(99_990), null))
                .when(reports("2026-11-22T06:00:00Z", total(150)))
                .expectEvents(
                        new CountersReset(DEVICE, TODAY, total(100_000), total(0), WrapAround.REASON),
                        new RemoteCountersRecorded(READ, DEVICE, total(150), TODAY, NOON, null, total(100_150)));
    }

    /** What was printed since then is the way to the last value and the way from there. */
    @Test
    void bothWaysOfAWrapAroundCount() {
        register.given(rated(30_250, 5), remote(EARLIER, "2026-11-21", total(99_900), null))
                .when(reports("2026-11-22T06:00:00Z", total(1_200)))
                .expectEvents(
                        new CountersReset(DEVICE, TODAY, total(100_000), total(0), WrapAround.REASON),
                        new RemoteCountersRecorded(READ, DEVICE, total(1_200), TODAY, NOON, null, total(101_200)));
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 5, 99990, 900", // farther than can have been printed
        "3000, , 99990, 150", // its digits are not known
        "3000, 5, 50000, 10", // half of the way was never printed
        "3000, 5, 100000, 50", // it has shown six digits, so that its last was not 99999
    })
    void aFallThatNoWrapAroundExplainsIsRefused(int rated, @Nullable Integer digits, long before, long now) {
        register.given(rated(rated, digits), remote(EARLIER, "2026-11-20", total(before), null))
                .when(reports("2026-11-22T06:00:00Z", total(now)))
                .expectEvents(new RemoteCountersRefused(
                        DEVICE, ReadRejection.METER_LOWER_THAN_PREVIOUS, total(now), TODAY, total(before)))
                .expectResultMessagePayload(ReadOutcome.REFUSED);
    }

    @Test
    void withoutAnExpectationNothingIsPlausible() {
        register.given(
                        new RegisterOpened(DEVICE, List.of(Counter.TOTAL), null, KEY, 5),
                        remote(EARLIER, "2026-11-20", total(99_990), null))
                .when(reports("2026-11-22T06:00:00Z", total(150)))
                .expectResultMessagePayload(ReadOutcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"2500, TAKEN", "2501, DOUBTED"})
    void aJumpFarOutOfTheExpectedIsTakenAndDoubted(long pages, ReadOutcome outcome) {
        register.given(rated(3025, null), remote(EARLIER, "2026-11-21", total(1000), null))
                .when(reports("2026-11-22T06:00:00Z", total(pages)))
                .expectEvents(new RemoteCountersRecorded(READ, DEVICE, total(pages), TODAY, NOON, null))
                .expectResultMessagePayload(outcome);
    }

    @Test
    void aPhoneReadSaysSo() {
        register.given(opened(Counter.TOTAL))
                .when(phone(1000, null))
                .expectEvents(new ReadSubmitted(
                        READ, DEVICE, total(1000), TODAY, TODAY, false, NOON, ReadSource.PHONE, null, null));
    }

    @Test
    void withAReasonADayMayHaveASecondRead() {
        var before = new MeterEvent[] {opened(Counter.TOTAL), read("2026-11-22", total(1000))};
        register.given(before)
                .when(phone(1010, null))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_ALREADY_SUBMITTED_TODAY),
                        Map.of("total", 1010L),
                        TODAY,
                        total(1000)));
        register.given(before)
                .when(phone(1010, "Printed all day"))
                .expectEvents(new ReadSubmitted(
                        READ,
                        DEVICE,
                        total(1010),
                        TODAY,
                        TODAY,
                        false,
                        NOON,
                        ReadSource.PHONE,
                        "Printed all day",
                        null));
    }

    @Test
    void noReasonPassesAnotherRule() {
        register.given(opened(Counter.TOTAL), read("2026-11-22", total(1000)))
                .when(phone(999, "Printed all day"))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 999L),
                        TODAY,
                        total(1000)));
    }

    @Test
    void aReadByPhoneIsTheDaysRead() {
        register.given(
                        opened(Counter.TOTAL),
                        new ReadSubmitted(
                                EARLIER, DEVICE, total(900), TODAY, TODAY, false, NOON, ReadSource.PHONE, null, null))
                .when(submitTotal(1000))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_ALREADY_SUBMITTED_TODAY),
                        Map.of("total", 1000L),
                        TODAY,
                        total(900)));
    }

    @Test
    void anEngineersReadLeavesTheDayToTheCustomer() {
        register.given(
                        opened(Counter.TOTAL),
                        new ReadSubmitted(
                                EARLIER,
                                DEVICE,
                                total(990),
                                TODAY,
                                TODAY,
                                false,
                                NOON,
                                ReadSource.ENGINEER,
                                null,
                                null))
                .when(submitTotal(999))
                .expectEvents(new ReadSubmitted(READ, DEVICE, total(999), TODAY, TODAY, false, NOON));
    }

    @Test
    void aMachineIsReadWhenItIsPutUpEvenBeforeItsModelIsTold() {
        register.axon
                .givenNoPriorActivity()
                .when(engineer(colour(100, 10), TODAY))
                .expectEvents(engineers(colour(100, 10)))
                .expectResultMessagePayload(ReadOutcome.TAKEN);
        register.given(opened(Counter.TOTAL))
                .when(engineer(colour(100, 10), TODAY.plusDays(3)))
                .expectEvents(engineers(total(100)));
        register.given(opened(Counter.TOTAL))
                .when(engineer(new Counters(Map.of(Counter.COLOUR, 10L)), TODAY))
                .expectNoEvents()
                .expectResultMessagePayload(ReadOutcome.PASSED_OVER);
    }

    @Test
    void aMachineThatPrintedNothingSinceIsReadByAnEngineerAllTheSame() {
        register.given(opened(Counter.TOTAL), remote(EARLIER, "2026-11-21", total(1000), null))
                .when(engineer(total(1000), TODAY))
                .expectEvents(engineers(total(1000)))
                .expectResultMessagePayload(ReadOutcome.TAKEN);
    }

    @Test
    void aFinalReadThatCannotBeIsRefused() {
        var before = new MeterEvent[] {opened(Counter.TOTAL), remote(EARLIER, "2026-11-21", total(1000), null)};
        register.given(before)
                .when(engineer(total(999), TODAY))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 999L),
                        TODAY,
                        total(1000)))
                .expectResultMessagePayload(ReadOutcome.REFUSED);
        register.given(before)
                .when(engineer(total(1001), LocalDate.parse("2026-11-20")))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.READ_DATE_INVALID),
                        Map.of("total", 1001L),
                        LocalDate.parse("2026-11-20"),
                        total(1000)));
    }

    private static RegisterOpened rated(int monthlyPages, @Nullable Integer digits) {
        return new RegisterOpened(DEVICE, List.of(Counter.TOTAL), monthlyPages, KEY, digits);
    }

    private static ResetCounters reset(Map<String, Long> before, Map<String, Long> after) {
        return new ResetCounters(DEVICE, new HashMap<>(before), new HashMap<>(after), null, "New board");
    }

    private static SubmitRead phone(long total, @Nullable String reason) {
        return new SubmitRead(DEVICE, READ, Map.of("total", total), null, null, ReadSource.PHONE, reason);
    }

    private static RecordEngineerRead engineer(Counters counters, LocalDate readOn) {
        return new RecordEngineerRead(DEVICE, READ, counters, readOn);
    }

    private static ReadSubmitted engineers(Counters counters) {
        return new ReadSubmitted(READ, DEVICE, counters, TODAY, TODAY, false, NOON, ReadSource.ENGINEER, null, null);
    }

    @SuppressWarnings("unchecked")
    private static List<Objection> payloadOf(org.axonframework.test.aggregate.ResultValidator<MeterRegister> result) {
        var found = new java.util.ArrayList<Objection>();
        result.expectResultMessageMatching(new org.hamcrest.CustomMatcher<>("objections") {
            @Override
            public boolean matches(Object message) {
                found.addAll((List<Objection>)
                        ((org.axonframework.commandhandling.CommandResultMessage<?>) message).getPayload());
                return true;
            }
        });
        return found;
    }
}
