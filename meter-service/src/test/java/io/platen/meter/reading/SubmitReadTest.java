package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.BLACK_WHITE;
import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.ReadRejection.COLOUR_ABOVE_TOTAL;
import static io.platen.meter.reading.ReadRejection.COUNTER_MISSING;
import static io.platen.meter.reading.ReadRejection.COUNTER_UNKNOWN;
import static io.platen.meter.reading.ReadRejection.METER_ALREADY_SUBMITTED_TODAY;
import static io.platen.meter.reading.ReadRejection.METER_LOWER_THAN_PREVIOUS;
import static io.platen.meter.reading.ReadRejection.METER_VALUE_INVALID;
import static io.platen.meter.reading.ReadRejection.READ_DATE_INVALID;
import static io.platen.meter.reading.RegisterFixture.AMSTERDAM;
import static io.platen.meter.reading.RegisterFixture.BEFORE_THAT;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.stands;
import static io.platen.meter.reading.RegisterFixture.submit;
import static io.platen.meter.reading.RegisterFixture.submitTotal;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.meter.reading.MeterEvent.ReadRejected;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MET-06 to MET-08, MET-10, MET-13 to MET-15, D-11 and D-12. */
class SubmitReadTest {

    private final RegisterFixture register = new RegisterFixture();

    @Test
    void theFirstReadIsAccepted() {
        register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL, COLOUR), stands("Europe/Amsterdam", "2026-01-01"))
                .when(submit(Map.of("total", 1234L, "colour", 56L), null, null))
                .expectEvents(new ReadSubmitted(
                        READ,
                        DEVICE,
                        colour(1234, 56),
                        LocalDate.parse("2026-11-22"),
                        LocalDate.parse("2026-11-22"),
                        false,
                        Instant.parse("2026-11-22T10:00:00Z")))
                .expectResultMessagePayload(
                        new Decision.Accepted(READ, LocalDate.parse("2026-11-22"), colour(1234, 56), null, false));
    }

    @Test
    void anAcceptedReadNamesThePreviousOne() {
        register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL), read("2026-11-20", total(1200)))
                .when(submitTotal(1234))
                .expectResultMessagePayload(new Decision.Accepted(
                        READ,
                        LocalDate.parse("2026-11-22"),
                        total(1234),
                        new DayRead(LocalDate.parse("2026-11-20"), total(1200)),
                        false));
    }

    @Test
    void aLowerReadIsRefusedWithThePreviousValueAndIsAnEvent() {
        register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL), read("2026-11-20", total(1200)))
                .when(submitTotal(1199))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 1199L),
                        LocalDate.parse("2026-11-22"),
                        total(1200)))
                .expectResultMessagePayload(new Decision.Refused(List.of(new Objection(
                        "counters.total", METER_LOWER_THAN_PREVIOUS, Map.of("previous", 1200L, "value", 1199L)))));
    }

    @Test
    void anEqualReadIsNotLower() {
        var result = register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL), read("2026-11-20", total(1200)))
                .when(submitTotal(1200));

        accepts(result);
    }

    @Test
    void eachCounterIsComparedWithItsOwn() {
        var result = register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL, COLOUR), read("2026-11-20", colour(1200, 100)))
                .when(submit(Map.of("total", 1300L, "colour", 99L), null, null));

        refuses(result, new Fault("counters.colour", METER_LOWER_THAN_PREVIOUS));
    }

    @Test
    void aRemoteReadCountsAsPrevious() {
        var result = register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL), remote(EARLIER, "2026-11-22", total(1200), null))
                .when(submitTotal(1199));

        refuses(result, new Fault("counters.total", METER_LOWER_THAN_PREVIOUS));
    }

    @Test
    void aRemoteReadDoesNotUseUpTheDay() {
        var result = register.at("2026-11-22T10:00:00Z")
                .given(opened(TOTAL), remote(EARLIER, "2026-11-22", total(1200), null))
                .when(submitTotal(1201));

        accepts(result);
    }

    @Test
    void aSecondReadOnTheSameDayIsRefused() {
        var result = register.at("2026-11-22T22:59:59Z")
                .given(opened(TOTAL), stands("Europe/Amsterdam", "2026-01-01"), read("2026-11-22", total(1200)))
                .when(submitTotal(1234));

        refuses(result, new Fault("readOn", METER_ALREADY_SUBMITTED_TODAY));
    }

    @Test
    void whatWasReadOnTwoDaysMayBeHandedInOnOne() {
        var result = register.at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), read(EARLIER, "2026-11-20", "2026-11-22", total(1200)))
                .when(submitTotal(1234, "2026-11-22"));

        accepts(result);
    }

    @Test
    void aDayIsReadOnceWheneverThatIsToldTo() {
        var result = register.at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), read("2026-11-21", total(1200)))
                .when(submitTotal(1234, "2026-11-21"));

        refuses(result, new Fault("readOn", METER_ALREADY_SUBMITTED_TODAY));
    }

    @Test
    void afterARefusalTheDayIsStillFree() {
        var result = register.at("2026-11-22T12:00:00Z")
                .given(
                        opened(TOTAL),
                        read("2026-11-20", total(1200)),
                        new ReadRejected(
                                DEVICE,
                                List.of(METER_LOWER_THAN_PREVIOUS),
                                Map.of("total", 1L),
                                LocalDate.parse("2026-11-22"),
                                total(1200)))
                .when(submitTotal(1234));

        accepts(result);
    }

    @ParameterizedTest
    @CsvSource({
        // midnight in Amsterdam, winter and summer, and both nights of the change
        "Europe/Amsterdam, 2026-11-21, 2026-11-21T22:59:59Z, false",
        "Europe/Amsterdam, 2026-11-21, 2026-11-21T23:00:00Z, true",
        "Europe/Amsterdam, 2026-07-01, 2026-07-01T21:59:59Z, false",
        "Europe/Amsterdam, 2026-07-01, 2026-07-01T22:00:00Z, true",
        "Europe/Amsterdam, 2026-03-29, 2026-03-29T21:59:59Z, false",
        "Europe/Amsterdam, 2026-03-29, 2026-03-29T22:00:00Z, true",
        "Europe/Amsterdam, 2026-10-25, 2026-10-25T22:59:59Z, false",
        "Europe/Amsterdam, 2026-10-25, 2026-10-25T23:00:00Z, true",
        // midnight that does not exist
        "America/Santiago, 2026-09-05, 2026-09-06T03:59:59Z, false",
        "America/Santiago, 2026-09-05, 2026-09-06T04:00:00Z, true",
        // either side of the date line
        "Pacific/Kiritimati, 2026-11-22, 2026-11-22T09:59:59Z, false",
        "Pacific/Kiritimati, 2026-11-22, 2026-11-22T10:00:00Z, true",
        "Pacific/Pago_Pago, 2026-11-21, 2026-11-22T10:59:59Z, false",
        "Pacific/Pago_Pago, 2026-11-21, 2026-11-22T11:00:00Z, true",
        "Europe/Lisbon, 2026-11-21, 2026-11-21T23:59:59Z, false",
        "Europe/Lisbon, 2026-11-21, 2026-11-22T00:00:00Z, true"
    })
    void aDayIsTheDevicesDay(String zone, String lastDay, String now, boolean nextDay) {
        var result = register.at(now)
                .given(opened(TOTAL), stands(zone, "2020-01-01"), read(lastDay, total(1200)))
                .when(submitTotal(1234));

        if (nextDay) {
            accepts(result);
        } else {
            refuses(result, new Fault("readOn", METER_ALREADY_SUBMITTED_TODAY));
        }
    }

    @Test
    void aDeviceThatMovesWestAcrossTheDateLineIsNotReadTwiceOnOneDay() {
        var auckland = new MeterEvent[] {
            opened(TOTAL),
            stands("Pacific/Auckland", "2020-01-01"),
            read("2026-11-22", total(1200)),
            stands("Pacific/Honolulu", "2026-11-20")
        };

        refuses(
                register.at("2026-11-22T09:00:00Z").given(auckland).when(submitTotal(1234)),
                new Fault("readOn", READ_DATE_INVALID));
        refuses(
                new RegisterFixture().at("2026-11-22T12:00:00Z").given(auckland).when(submitTotal(1234)),
                new Fault("readOn", METER_ALREADY_SUBMITTED_TODAY));
        accepts(new RegisterFixture().at("2026-11-23T10:00:00Z").given(auckland).when(submitTotal(1234)));
    }

    @Test
    void aMoveToldAheadCountsFromItsFirstDay() {
        var events = new MeterEvent[] {
            opened(TOTAL), stands("Europe/Amsterdam", "2020-01-01"), stands("Pacific/Auckland", "2026-11-25")
        };

        // 23:30 on the 22nd in Amsterdam is the 23rd in Auckland already, but the device is not there yet
        register.at("2026-11-22T22:30:00Z")
                .given(events)
                .when(submitTotal(1))
                .expectResultMessagePayload(
                        new Decision.Accepted(READ, LocalDate.parse("2026-11-22"), total(1), null, false));
        new RegisterFixture()
                .at("2026-11-25T22:30:00Z")
                .given(events)
                .when(submitTotal(1))
                .expectResultMessagePayload(
                        new Decision.Accepted(READ, LocalDate.parse("2026-11-26"), total(1), null, false));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, true", "2026-11-23, false", "2026-10-23, true", "2026-10-22, false", "1969-01-01, false"})
    void aReadIsNeitherFromTheFutureNorOlderThanThirtyDays(String readOn, boolean fine) {
        var result = register.at("2026-11-22T12:00:00Z").given(opened(TOTAL)).when(submitTotal(1234, readOn));

        if (fine) {
            accepts(result);
        } else {
            refuses(result, new Fault("readOn", READ_DATE_INVALID));
        }
    }

    @Test
    void theFutureIsTheDevicesFuture() {
        // already the 23rd in Auckland, still the 22nd in Amsterdam
        accepts(register.at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), stands("Pacific/Auckland", "2020-01-01"))
                .when(submitTotal(1234, "2026-11-23")));
        refuses(
                new RegisterFixture()
                        .at("2026-11-22T12:00:00Z")
                        .given(opened(TOTAL), stands(AMSTERDAM.getId(), "2020-01-01"))
                        .when(submitTotal(1234, "2026-11-23")),
                new Fault("readOn", READ_DATE_INVALID));
    }

    @Test
    void aReadBeforeTheLastAcceptedOneIsRefused() {
        var result = register.at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), remote(EARLIER, "2026-11-21", total(1200), null))
                .when(submitTotal(1234, "2026-11-20"));

        refuses(result, new Fault("readOn", READ_DATE_INVALID));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void aValueBeyondTheRangeIsInvalid(long value) {
        refuses(
                register.given(opened(TOTAL)).when(submitTotal(value)),
                new Fault("counters.total", METER_VALUE_INVALID));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999_999_999})
    void theEndsOfTheRangeAreValid(long value) {
        accepts(register.given(opened(TOTAL)).when(submitTotal(value)));
    }

    @Test
    void whatIsNoWholeNumberIsInvalid() {
        var entered = new HashMap<String, @Nullable Long>();
        entered.put("total", null);

        refuses(
                register.given(opened(TOTAL)).when(submit(entered, null, null)),
                new Fault("counters.total", METER_VALUE_INVALID));
    }

    @Test
    void theCountersOfTheModelAreAskedAndNoOthers() {
        refuses(
                register.given(opened(BLACK_WHITE, COLOUR)).when(submitTotal(5)),
                new Fault("counters.blackWhite", COUNTER_MISSING),
                new Fault("counters.colour", COUNTER_MISSING),
                new Fault("counters.total", COUNTER_UNKNOWN));
    }

    @Test
    void ofWhatAClientMadeUpTenNumbersAreKept() {
        var entered = new HashMap<String, @Nullable Long>();
        for (long i = 10; i < 30; i++) {
            entered.put("scans" + i, i);
        }
        var submission = new Submission(
                List.of(TOTAL),
                null,
                ReadHistory.EMPTY,
                BillingMeter.AS_SHOWN,
                Set.of(),
                false,
                LocalDate.parse("2026-11-22"),
                entered,
                LocalDate.parse("2026-11-22"));

        assertThat(submission.numbersEntered()).hasSize(10);
        assertThat(submission.objections()).as("and one is missing").hasSize(11);
    }

    @Test
    void aNameIsRepeatedUpToFortyCharacters() {
        assertThat(Submission.shortened("a".repeat(40))).isEqualTo("a".repeat(40));
        assertThat(Submission.shortened("a".repeat(41))).isEqualTo("a".repeat(40) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2026-11-20, 2026-11-20", // the last read
        "Europe/Amsterdam, 2026-10-01, 2026-10-23", // thirty days
        "Pacific/Pago_Pago, 2026-11-23, 2026-11-22", // read on the other side of the date line
    })
    void aRefusedDateSaysWhichWouldDo(String zone, String lastReadOn, String earliest) {
        register.at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), read(lastReadOn, total(1200)), stands(zone, "2020-01-01"))
                .when(submitTotal(1200, "2026-10-02"))
                .expectResultMessagePayload(new Decision.Refused(List.of(new Objection(
                        "readOn",
                        READ_DATE_INVALID,
                        Map.of("value", "2026-10-02", "earliest", earliest, "latest", "2026-11-22")))));
    }

    @Test
    void colourPagesAreAmongAllPages() {
        refuses(
                register.given(opened(TOTAL, COLOUR)).when(submit(Map.of("total", 10L, "colour", 11L), null, null)),
                new Fault("counters.colour", COLOUR_ABOVE_TOTAL));
        accepts(new RegisterFixture()
                .given(opened(TOTAL, COLOUR))
                .when(submit(Map.of("total", 10L, "colour", 10L), null, null)));
        accepts(new RegisterFixture()
                .given(opened(BLACK_WHITE, COLOUR))
                .when(submit(Map.of("blackWhite", 10L, "colour", 11L), null, null)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, METER_ALREADY_SUBMITTED_TODAY", "2026-11-23, READ_DATE_INVALID"})
    void everythingWrongIsToldAtOnce(String readOn, ReadRejection aboutTheDay) {
        var result = register.at("2026-11-22T12:00:00Z")
                .given(
                        opened(TOTAL, COLOUR),
                        read(BEFORE_THAT, "2026-11-20", "2026-11-20", colour(1200, 100)),
                        read("2026-11-22", colour(1300, 110)))
                .when(submit(Map.of("total", 1250L, "scans", 7L), readOn, null));

        refuses(
                result,
                new Fault("counters.colour", COUNTER_MISSING),
                new Fault("counters.scans", COUNTER_UNKNOWN),
                new Fault("counters.total", METER_LOWER_THAN_PREVIOUS),
                new Fault("readOn", aboutTheDay));
    }

    @Test
    void theAnswerIsNamedAfterWhatTheCustomerCanCure() {
        var refused = new Decision.Refused(List.of(
                new Objection("readOn", METER_ALREADY_SUBMITTED_TODAY, Map.of()),
                new Objection("counters.total", METER_LOWER_THAN_PREVIOUS, Map.of())));

        assertThat(refused.reason()).isEqualTo(METER_LOWER_THAN_PREVIOUS);
    }

    private record Fault(String field, ReadRejection reason) {}

    private static void refuses(ResultValidator<MeterRegister> result, Fault... faults) {
        result.expectResultMessageMatching(new org.hamcrest.CustomMatcher<>("refused for " + List.of(faults)) {
            @Override
            public boolean matches(@Nullable Object message) {
                return message instanceof org.axonframework.messaging.Message<?> answer
                        && answer.getPayload() instanceof Decision.Refused refused
                        && refused.objections().stream()
                                .map(objection -> new Fault(objection.field(), objection.reason()))
                                .collect(Collectors.toSet())
                                .equals(Set.of(faults));
            }
        });
    }

    private static void accepts(ResultValidator<MeterRegister> result) {
        result.expectResultMessageMatching(new org.hamcrest.CustomMatcher<>("accepted") {
            @Override
            public boolean matches(@Nullable Object message) {
                return message instanceof org.axonframework.messaging.Message<?> answer
                        && answer.getPayload() instanceof Decision.Accepted;
            }
        });
    }
}
