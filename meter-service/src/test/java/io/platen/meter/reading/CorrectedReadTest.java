package io.platen.meter.reading;

import static io.platen.meter.reading.RegisterFixture.BEFORE_THAT;
import static io.platen.meter.reading.RegisterFixture.CORRECTION;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.submitTotal;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.MeterCommand.ApplyCorrection;
import io.platen.meter.reading.MeterCommand.CheckCorrection;
import io.platen.meter.reading.MeterEvent.CountersReset;
import io.platen.meter.reading.MeterEvent.ReadCorrected;
import io.platen.meter.reading.MeterEvent.ReadRejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MET-26, MET-30: an approved read stands in the place of the invoiced one, between its neighbours. */
class CorrectedReadTest {

    private static final ReadId LATER = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a06");
    private static final MeterEvent[] HISTORY = {
        opened(Counter.TOTAL),
        read(BEFORE_THAT, "2026-09-30", "2026-09-30", total(1000)),
        read(EARLIER, "2026-10-31", "2026-10-31", total(1900)),
        remote(LATER, "2026-11-15", total(2000), null)
    };

    private static final MeterEvent[] AROUND_A_RESET = {
        opened(Counter.TOTAL),
        read(BEFORE_THAT, "2026-10-01", "2026-10-01", total(1900)),
        new CountersReset(DEVICE, LocalDate.parse("2026-10-20"), total(2000), total(0), "New board"),
        behindTheReset(EARLIER, "2026-10-25", 100),
        behindTheReset(LATER, "2026-11-15", 200),
        behindTheReset(ReadId.random(), "2026-11-20", 300)
    };

    private final RegisterFixture register = new RegisterFixture();

    @Test
    void theRightReadReplacesTheWrongOne() {
        register.given(HISTORY)
                .when(apply(EARLIER, 1200, "2026-10-31"))
                .expectEvents(corrected(EARLIER, "2026-10-31", 1900, 1200, "2026-10-31"))
                .expectResultMessagePayload(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "999,  2026-10-31, METER_LOWER_THAN_PREVIOUS",
        "1000, 2026-10-31,",
        "2000, 2026-10-31,",
        "2001, 2026-10-31, METER_ABOVE_NEXT",
        "1200, 2026-11-22,  METER_LOWER_THAN_PREVIOUS", // behind the report of the 15th
        "2100, 2026-11-22,",
        "2100, 2026-11-23, READ_DATE_INVALID",
        "-1,   2026-10-31, METER_VALUE_INVALID",
    })
    void itStaysBetweenItsNeighbours(long pages, String readOn, @Nullable ReadRejection reason) {
        assertThat(objections(new CheckCorrection(DEVICE, EARLIER, Map.of("total", pages), LocalDate.parse(readOn))))
                .extracting(Objection::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
        if (pages >= 0) {
            assertThat(objections(apply(EARLIER, pages, readOn)))
                    .extracting(Objection::reason)
                    .isEqualTo(reason == null ? List.of() : List.of(reason));
        }
    }

    @Test
    void theFiguresSayWhatIsInTheWay() {
        assertThat(objections(new CheckCorrection(
                        DEVICE, EARLIER, Map.of("total", 999L, "fax", 1L), LocalDate.parse("2026-10-31"))))
                .containsExactly(
                        new Objection("counters.fax", ReadRejection.COUNTER_UNKNOWN, Map.of("counter", "fax")),
                        new Objection(
                                "counters.total",
                                ReadRejection.METER_LOWER_THAN_PREVIOUS,
                                Map.of("previous", 1000L, "value", 999L)));
        assertThat(objections(apply(EARLIER, 2001, "2026-10-31")))
                .containsExactly(new Objection(
                        "counters.total", ReadRejection.METER_ABOVE_NEXT, Map.of("next", 2000L, "value", 2001L)));
    }

    @Test
    void whereAnEstimateWasInvoicedTheReadIsNew() {
        register.given(opened(Counter.TOTAL), read(BEFORE_THAT, "2026-09-30", "2026-09-30", total(1000)))
                .when(apply(null, 1200, "2026-10-30"))
                .expectEvents(corrected(null, "2026-10-31", 1900, 1200, "2026-10-30"));
    }

    @Test
    void whatComesNextIsComparedWithTheRightRead() {
        var before = new MeterEvent[] {
            opened(Counter.TOTAL),
            read(BEFORE_THAT, "2026-10-30", "2026-10-30", total(1000)),
            read(EARLIER, "2026-10-31", "2026-10-31", total(1900)),
            corrected(EARLIER, "2026-10-31", 1900, 1200, "2026-10-31")
        };
        register.given(before)
                .when(submitTotal(1199))
                .expectEvents(new ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 1199L),
                        LocalDate.parse("2026-11-22"),
                        total(1200)));
        register.given(before).when(submitTotal(1300)).expectSuccessfulHandlerExecution();
    }

    @Test
    void aReadOfBeforeAResetIsCorrectedOnItsOwnScale() {
        var later = new MeterEvent.ReadSubmitted(
                LATER,
                DEVICE,
                total(50),
                LocalDate.parse("2026-11-15"),
                LocalDate.parse("2026-11-15"),
                false,
                java.time.Instant.parse("2026-11-15T12:00:00Z"),
                null,
                null,
                total(2050));
        var events = new MeterEvent[] {
            opened(Counter.TOTAL),
            read(EARLIER, "2026-10-31", "2026-10-31", total(1900)),
            new CountersReset(DEVICE, LocalDate.parse("2026-11-01"), total(2000), total(0), "New board"),
            later
        };
        register.given(events)
                .when(apply(LATER, 40, "2026-11-15"))
                .expectEvents(new ReadCorrected(
                        READ,
                        DEVICE,
                        LATER,
                        LocalDate.parse("2026-11-15"),
                        total(50),
                        Counters.NONE,
                        LocalDate.parse("2026-11-15"),
                        ReadSource.CUSTOMER,
                        total(40),
                        total(2040),
                        CORRECTION,
                        "MC-0000001",
                        "The photo shows it"));
        assertThat(objections(events, apply(EARLIER, 2051, "2026-10-31")))
                .extracting(Objection::reason)
                .containsExactly(ReadRejection.METER_ABOVE_NEXT);
    }

    /** Until it is known what it counts. */
    @Test
    void ofARegisterThatIsNotOpenNothingIsCorrected() {
        register.given(RegisterFixture.agreed(RegisterFixture.monthly("2026-01-01", "2026-12-31")))
                .when(new CheckCorrection(DEVICE, null, Map.of("total", 5L), LocalDate.parse("2026-10-31")))
                .expectException(org.axonframework.modelling.command.AggregateNotFoundException.class)
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-10, 1950,", // as the machine showed it before
        "2026-10-10, 1899, METER_LOWER_THAN_PREVIOUS",
        "2026-11-01, 150,", // and behind the reset
        "2026-11-01, 1950, METER_ABOVE_NEXT",
    })
    void anInvoicedEstimateIsCorrectedOnTheScaleOfItsDay(String readOn, long pages, @Nullable ReadRejection reason) {
        assertThat(objections(
                        AROUND_A_RESET,
                        new CheckCorrection(DEVICE, null, Map.of("total", pages), LocalDate.parse(readOn))))
                .extracting(Objection::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void theFiguresAreWhatTheMachineShowed() {
        assertThat(objections(AROUND_A_RESET, apply(LATER, 99, "2026-11-15")))
                .containsExactly(new Objection(
                        "counters.total",
                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                        Map.of("previous", 100L, "value", 99L)));
        assertThat(objections(AROUND_A_RESET, apply(LATER, 301, "2026-11-15")))
                .containsExactly(new Objection(
                        "counters.total", ReadRejection.METER_ABOVE_NEXT, Map.of("next", 300L, "value", 301L)));
    }

    /** A machine may tell less than its customer reads. */
    @Test
    void aNeighbourThatDoesNotSayTheCounterIsNone() {
        var events = new MeterEvent[] {
            opened(Counter.TOTAL, Counter.COLOUR),
            read(EARLIER, "2026-10-31", "2026-10-31", RegisterFixture.colour(1900, 190)),
            remote(LATER, "2026-11-15", total(2000), null)
        };

        assertThat(objections(
                        events,
                        new CheckCorrection(
                                DEVICE,
                                EARLIER,
                                Map.of("total", 1200L, "colour", 120L),
                                LocalDate.parse("2026-10-31"))))
                .isEmpty();
    }

    private static MeterEvent behindTheReset(ReadId id, String day, long shown) {
        return new MeterEvent.ReadSubmitted(
                id,
                DEVICE,
                total(shown),
                LocalDate.parse(day),
                LocalDate.parse(day),
                false,
                java.time.Instant.parse(day + "T12:00:00Z"),
                null,
                null,
                total(2000 + shown));
    }

    @Test
    void otherReadsOfTheDayStay() {
        var events = new MeterEvent[] {
            opened(Counter.TOTAL),
            remote(BEFORE_THAT, "2026-10-31", total(1150), null),
            read(EARLIER, "2026-10-31", "2026-10-31", total(1900))
        };
        register.given(events)
                .when(apply(EARLIER, 1200, "2026-10-31"))
                .expectEvents(new ReadCorrected(
                        READ,
                        DEVICE,
                        EARLIER,
                        LocalDate.parse("2026-10-31"),
                        total(1900),
                        total(1150),
                        LocalDate.parse("2026-10-31"),
                        ReadSource.CUSTOMER,
                        total(1200),
                        total(1200),
                        CORRECTION,
                        "MC-0000001",
                        "The photo shows it"));
    }

    @Test
    void theLedgerHoldsWhatNothingHasReplaced() {
        var ledger = ReadLedger.of(Stream.of(
                opened(Counter.TOTAL),
                read(BEFORE_THAT, "2026-10-30", "2026-10-30", total(1000)),
                remote(EARLIER, "2026-10-31", total(1100), null),
                remote(LATER, "2026-10-31", total(1110), EARLIER),
                corrected(LATER, "2026-10-31", 1110, 1105, "2026-10-31")));

        assertThat(ledger).extracting(LedgerRead::readId).containsExactly(BEFORE_THAT, READ);
        assertThat(ledger.getLast().counters()).isEqualTo(total(1105));
        assertThat(ledger.getFirst().source()).isEqualTo(ReadSource.CUSTOMER);
    }

    @Test
    void theHistoryForgetsTheWrongDayAndKeepsItsOrder() {
        var history = ReadHistory.EMPTY
                .with(LocalDate.parse("2026-10-30"), total(1000))
                .with(LocalDate.parse("2026-10-31"), total(1900));

        var moved = history.corrected(
                LocalDate.parse("2026-10-31"), Counters.NONE, LocalDate.parse("2026-10-29"), total(900));
        assertThat(moved.days())
                .containsExactly(
                        new DayRead(LocalDate.parse("2026-10-29"), total(900)),
                        new DayRead(LocalDate.parse("2026-10-30"), total(1000)));
        assertThat(moved.latest()).isEqualTo(total(1000));
        var besides = history.corrected(
                LocalDate.parse("2026-10-31"), total(1100), LocalDate.parse("2026-10-31"), total(1200));
        assertThat(besides.latest()).isEqualTo(total(1200));
        assertThat(besides.days()).hasSize(2);
    }

    private List<Objection> objections(MeterCommand command) {
        return objections(HISTORY, command);
    }

    private List<Objection> objections(MeterEvent[] history, MeterCommand command) {
        var found = new ArrayList<Objection>();
        register.given(history)
                .when(command)
                .expectResultMessageMatching(new CustomMatcher<CommandResultMessage<?>>("objections") {
                    @Override
                    public boolean matches(Object message) {
                        for (var objection : (List<?>) ((CommandResultMessage<?>) message).getPayload()) {
                            found.add((Objection) objection);
                        }
                        return true;
                    }
                });
        return found;
    }

    private static ApplyCorrection apply(@Nullable ReadId wrong, long pages, String readOn) {
        return new ApplyCorrection(
                DEVICE,
                READ,
                wrong,
                LocalDate.parse("2026-10-31"),
                total(1900),
                total(pages),
                LocalDate.parse(readOn),
                CORRECTION,
                "MC-0000001",
                "The photo shows it");
    }

    private static ReadCorrected corrected(
            @Nullable ReadId wrong, String wrongOn, long before, long after, String readOn) {
        return new ReadCorrected(
                READ,
                DEVICE,
                wrong,
                LocalDate.parse(wrongOn),
                total(before),
                Counters.NONE,
                LocalDate.parse(readOn),
                wrong == null ? ReadSource.PHONE : wrong.equals(LATER) ? ReadSource.REMOTE : ReadSource.CUSTOMER,
                total(after),
                total(after),
                CORRECTION,
                "MC-0000001",
                "The photo shows it");
    }
}
