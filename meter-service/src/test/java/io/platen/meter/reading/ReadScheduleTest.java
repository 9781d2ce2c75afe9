package io.platen.meter.reading;

import static io.platen.meter.reading.RegisterFixture.CONTRACT;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.agreed;
import static io.platen.meter.reading.RegisterFixture.due;
import static io.platen.meter.reading.RegisterFixture.missed;
import static io.platen.meter.reading.RegisterFixture.monthly;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.rated;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.reports;
import static io.platen.meter.reading.RegisterFixture.scheduled;
import static io.platen.meter.reading.RegisterFixture.stands;
import static io.platen.meter.reading.RegisterFixture.submitTotal;
import static io.platen.meter.reading.RegisterFixture.total;

import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ContractId;
import io.platen.meter.reading.MeterCommand.EndSchedule;
import io.platen.meter.reading.MeterCommand.KeepSchedule;
import io.platen.meter.reading.MeterCommand.MoveDevice;
import io.platen.meter.reading.MeterCommand.OpenRegister;
import io.platen.meter.reading.MeterCommand.RecordEngineerRead;
import io.platen.meter.reading.MeterCommand.ScheduleReads;
import io.platen.meter.reading.MeterCommand.ShortenSchedule;
import io.platen.meter.reading.MeterEvent.NextStepMoved;
import io.platen.meter.reading.MeterEvent.ScheduleEnded;
import io.platen.meter.reading.MeterEvent.ScheduleShortened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MET-03, MET-04, MET-08, MET-36, MET-37: when reads are due, and what settles them. */
class ReadScheduleTest {

    private static final ContractTerm YEAR = monthly("2026-01-01", "2026-12-31");
    private static final String NOVEMBER_OPENS = "2026-11-24T23:00:00Z";
    private static final String NOVEMBER_IS_OVER = "2026-12-05T23:00:00Z";
    private static final String DECEMBER_OPENS = "2026-12-25T23:00:00Z";
    private static final ContractId SECOND = ContractId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a0d");
    private static final KeepSchedule KEEP = new KeepSchedule(DEVICE);

    private final RegisterFixture register = new RegisterFixture();

    @Test
    void aContractSchedulesTheNextRead() {
        register.at("2026-11-22T12:00:00Z")
                .given(opened(Counter.TOTAL), stands("Europe/Amsterdam", "2026-01-01"))
                .when(schedules(YEAR))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-11-17"))), scheduled("2026-11-30", NOVEMBER_OPENS));
    }

    @Test
    void anItemWhoseDaysHaveBegunIsAnnouncedAtOnce() {
        register.at("2026-12-05T22:59:59Z")
                .given(opened(Counter.TOTAL), stands("Europe/Amsterdam", "2026-01-01"))
                .when(schedules(YEAR))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-11-30"))),
                        scheduled("2026-11-30", NOVEMBER_OPENS),
                        due("2026-11-30", NOVEMBER_IS_OVER));
    }

    @Test
    void whatIsOverIsNotScheduledBackwards() {
        register.at("2026-12-05T23:00:00Z")
                .given(opened(Counter.TOTAL), stands("Europe/Amsterdam", "2026-01-01"))
                .when(schedules(YEAR))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-12-01"))), scheduled("2026-12-31", DECEMBER_OPENS));
    }

    @Test
    void theSameContractSchedulesOnce() {
        givenNovember("2026-11-22T12:00:00Z").when(schedules(YEAR)).expectNoEvents();
    }

    @Test
    void aSecondContractWaitsForItsTurn() {
        var yearly = cycle(MeterCycle.YEARLY, "2026-01-01", "2026-12-31", SECOND);
        register.at("2026-11-22T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR.from(LocalDate.parse("2026-11-17"))),
                        scheduled("2026-11-30", NOVEMBER_OPENS))
                .when(schedules(yearly))
                .expectEvents(agreed(yearly.from(LocalDate.parse("2026-11-17"))));
    }

    @Test
    void whoseScheduleHasRunOutIsNotScheduledByTheSameContractAgain() {
        register.at("2027-01-02T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR),
                        scheduled("2026-12-31", DECEMBER_OPENS),
                        read("2026-12-30", total(1000)),
                        new ScheduleEnded(DEVICE, null, true))
                .when(schedules(YEAR))
                .expectNoEvents();
    }

    @Test
    void aDeviceThatComesBackIsReadByItsNewContractAlone() {
        var quarterly = cycle(MeterCycle.QUARTERLY, "2026-11-22", "2027-11-21", SECOND);
        register.at("2026-11-22T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR),
                        scheduled("2026-11-30", NOVEMBER_OPENS),
                        new ScheduleEnded(DEVICE, Instant.parse("2026-11-20T12:00:00Z"), true))
                .when(schedules(quarterly))
                .expectEvents(agreed(quarterly), scheduled("2027-02-21", "2027-02-16T00:00:00Z"));
    }

    @Test
    void aContractMayBeToldBeforeTheDevice() {
        register.at("2026-11-22T12:00:00Z")
                .axon
                .givenNoPriorActivity()
                .when(schedules(YEAR))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-11-17"))),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"));
    }

    @Test
    void theDeviceThatComesBehindItsContractIsOpened() {
        register.at("2026-11-22T12:00:00Z")
                .given(agreed(YEAR), scheduled("2026-11-30", "2026-11-25T00:00:00Z"))
                .when(new OpenRegister(DEVICE, java.util.List.of(Counter.TOTAL), null, RegisterFixture.KEY))
                .expectEvents(opened(Counter.TOTAL));
    }

    @Test
    void untilItIsKnownWhatItCountsItCannotBeRead() {
        register.at("2026-11-26T12:00:00Z")
                .given(agreed(YEAR), scheduled("2026-11-30", "2026-11-25T00:00:00Z"))
                .when(submitTotal(5))
                .expectException(org.axonframework.modelling.command.AggregateNotFoundException.class)
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T22:59:59Z, false", "2026-11-24T23:00:00Z, true", "2026-11-30T12:00:00Z, true"})
    void theWindowOpensFiveDaysBefore(String now, boolean open) {
        var result = givenNovember(now).when(KEEP);
        if (open) {
            result.expectEvents(due("2026-11-30", NOVEMBER_IS_OVER))
                    .expectResultMessagePayload(Instant.parse(NOVEMBER_IS_OVER));
        } else {
            result.expectNoEvents().expectResultMessagePayload(Instant.parse(NOVEMBER_OPENS));
        }
    }

    @Test
    void itIsAnnouncedOnce() {
        register.at("2026-11-26T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        stands("Europe/Amsterdam", "2026-01-01"),
                        agreed(YEAR),
                        scheduled("2026-11-30", NOVEMBER_OPENS),
                        due("2026-11-30", NOVEMBER_IS_OVER))
                .when(KEEP)
                .expectNoEvents()
                .expectResultMessagePayload(Instant.parse(NOVEMBER_IS_OVER));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-05T22:59:59Z, false", "2026-12-05T23:00:00Z, true"})
    void theWindowClosesWhenTheSixthDayHasBegun(String now, boolean missed) {
        var result = givenOpenNovember(now).when(KEEP);
        if (missed) {
            result.expectEvents(missed("2026-11-30", Counters.NONE, 1), scheduled("2026-12-31", DECEMBER_OPENS));
        } else {
            result.expectNoEvents();
        }
    }

    /** The vector of the trade. */
    @Test
    void aMissedReadIsEstimated() {
        var term = RegisterFixture.cycle(MeterCycle.QUARTERLY, "2016-01-07", "2016-12-31");
        register.at("2016-04-12T00:00:00Z")
                .given(
                        rated(1671),
                        read("2016-01-06", total(575_232)),
                        agreed(term),
                        scheduled("2016-04-06", "2016-04-01T00:00:00Z"),
                        due("2016-04-06", "2016-04-12T00:00:00Z"))
                .when(KEEP)
                .expectEvents(missed("2016-04-06", total(580_259), 1), scheduled("2016-07-06", "2016-07-01T00:00:00Z"));
    }

    @Test
    void theSecondMissInARowSaysSo() {
        register.at("2026-12-06T00:00:00Z")
                .given(
                        rated(3025),
                        agreed(YEAR),
                        read("2026-10-01", total(1000)),
                        scheduled("2026-10-31", "2026-10-26T00:00:00Z"),
                        missed("2026-10-31", total(4000), 1),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"),
                        due("2026-11-30", "2026-12-06T00:00:00Z"))
                .when(KEEP)
                .expectEvents(missed("2026-11-30", total(7000), 2), scheduled("2026-12-31", "2026-12-26T00:00:00Z"));
    }

    @Test
    void anyReadEndsTheRow() {
        register.at("2026-12-06T00:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR),
                        scheduled("2026-10-31", "2026-10-26T00:00:00Z"),
                        missed("2026-10-31", Counters.NONE, 1),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"),
                        read("2026-11-12", total(1000)))
                .when(KEEP)
                .expectEvents(missed("2026-11-30", Counters.NONE, 1), scheduled("2026-12-31", "2026-12-26T00:00:00Z"));
    }

    @Test
    void afterALongSilenceEveryItemIsMissedInItsTurn() {
        register.at("2026-12-28T12:00:00Z")
                .given(opened(Counter.TOTAL), agreed(YEAR), scheduled("2026-10-31", "2026-10-26T00:00:00Z"))
                .when(KEEP)
                .expectEvents(
                        missed("2026-10-31", Counters.NONE, 1),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"),
                        missed("2026-11-30", Counters.NONE, 2),
                        scheduled("2026-12-31", "2026-12-26T00:00:00Z"),
                        due("2026-12-31", "2027-01-06T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, false", "2026-11-25, true", "2026-11-30, true", "2026-12-05, true"})
    void aReadOfTheWindowFulfils(String day, boolean fulfils) {
        var handedIn = new MeterEvent.ReadSubmitted(
                READ,
                DEVICE,
                total(1000),
                LocalDate.parse(day),
                LocalDate.parse("2026-12-05"),
                false,
                Instant.parse("2026-12-05T12:00:00Z"));
        var result = givenOpenNovember("2026-12-05T12:00:00Z").when(submitTotal(1000, day));
        if (fulfils) {
            result.expectEvents(handedIn, scheduled("2026-12-31", DECEMBER_OPENS));
        } else {
            result.expectEvents(handedIn);
        }
    }

    @Test
    void whatTheDeviceTellsFulfilsAsWell() {
        givenNovember("2026-11-26T12:00:00Z")
                .when(reports("2026-11-26T06:00:00Z", total(1000)))
                .expectEvents(
                        new MeterEvent.RemoteCountersRecorded(
                                READ,
                                DEVICE,
                                total(1000),
                                LocalDate.parse("2026-11-26"),
                                Instant.parse("2026-11-26T12:00:00Z"),
                                null),
                        scheduled("2026-12-31", DECEMBER_OPENS));
    }

    @Test
    void anItemThatWasOverIsMissedBeforeTheLaterReadIsTaken() {
        register.at("2026-12-08T12:00:00Z")
                .given(
                        rated(3025),
                        read("2026-11-10", total(1000)),
                        agreed(YEAR),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"))
                .when(submitTotal(4000))
                .expectEvents(
                        missed("2026-11-30", total(3000), 1),
                        scheduled("2026-12-31", "2026-12-26T00:00:00Z"),
                        new MeterEvent.ReadSubmitted(
                                READ,
                                DEVICE,
                                total(4000),
                                LocalDate.parse("2026-12-08"),
                                LocalDate.parse("2026-12-08"),
                                false,
                                Instant.parse("2026-12-08T12:00:00Z")));
    }

    @Test
    void aReadOfTheWindowThatIsThereAlreadyCounts() {
        register.at("2026-11-28T12:00:00Z")
                .given(opened(Counter.TOTAL), read("2026-08-03", total(500)), read("2026-11-26", total(1000)))
                .when(schedules(YEAR))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-11-23"))),
                        scheduled("2026-12-31", "2026-12-26T00:00:00Z"));
    }

    @Test
    void theLastItemEndsTheSchedule() {
        register.at("2027-01-06T00:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR),
                        read("2026-11-30", total(1000)),
                        scheduled("2026-12-31", "2026-12-26T00:00:00Z"),
                        due("2026-12-31", "2027-01-06T00:00:00Z"))
                .when(KEEP)
                .expectEvents(missed("2026-12-31", Counters.NONE, 1), new ScheduleEnded(DEVICE, null, true));
    }

    @Test
    void aContractThatEndsEarlierIsReadOnItsEnd() {
        givenNovember("2026-11-22T12:00:00Z")
                .when(new ShortenSchedule(DEVICE, CONTRACT, LocalDate.parse("2026-11-24")))
                .expectEvents(
                        new ScheduleShortened(
                                DEVICE, CONTRACT, LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-17")),
                        scheduled("2026-11-24", "2026-11-18T23:00:00Z"),
                        due("2026-11-24", "2026-11-29T23:00:00Z"));
    }

    @Test
    void aContractThatEndedLongAgoIsNotReadAnyMore() {
        givenNovember("2026-11-22T12:00:00Z")
                .when(new ShortenSchedule(DEVICE, CONTRACT, LocalDate.parse("2026-11-16")))
                .expectEvents(
                        new ScheduleShortened(
                                DEVICE, CONTRACT, LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-17")),
                        new ScheduleEnded(DEVICE, null, true));
    }

    @Test
    void anEndThatChangesNothingIsNone() {
        givenNovember("2026-11-22T12:00:00Z")
                .when(new ShortenSchedule(DEVICE, CONTRACT, LocalDate.parse("2026-12-31")))
                .expectNoEvents();
        givenNovember("2026-11-22T12:00:00Z")
                .when(new ShortenSchedule(DEVICE, ContractId.random(), LocalDate.parse("2026-11-24")))
                .expectNoEvents();
    }

    @Test
    void theNextContractGoesOnWhereOneEnds() {
        var next = new ContractTerm(
                ContractId.random(),
                LocalDate.parse("2027-01-01"),
                LocalDate.parse("2027-12-31"),
                MeterCycle.MONTHLY,
                LocalDate.parse("2027-01-01"));
        register.at("2026-12-27T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        agreed(YEAR),
                        agreed(next),
                        scheduled("2026-12-31", "2026-12-26T00:00:00Z"))
                .when(submitTotal(1000))
                .expectEvents(
                        new MeterEvent.ReadSubmitted(
                                READ,
                                DEVICE,
                                total(1000),
                                LocalDate.parse("2026-12-27"),
                                LocalDate.parse("2026-12-27"),
                                false,
                                Instant.parse("2026-12-27T12:00:00Z")),
                        scheduled("2027-01-31", "2027-01-26T00:00:00Z"));
    }

    @Test
    void aDeviceThatLeavesIsNotReadAnyMore() {
        var left = Instant.parse("2026-11-22T11:00:00Z");
        givenNovember("2026-11-22T12:00:00Z")
                .when(new EndSchedule(DEVICE, left))
                .expectEvents(new ScheduleEnded(DEVICE, left, true));
    }

    @Test
    void aContractOfBeforeDoesNotBringItBack() {
        var left = Instant.parse("2026-11-22T11:00:00Z");
        register.at("2026-11-22T12:00:00Z")
                .given(opened(Counter.TOTAL), new ScheduleEnded(DEVICE, left, false))
                .when(new ScheduleReads(DEVICE, YEAR, left.minusSeconds(1)))
                .expectNoEvents();
        register.given(opened(Counter.TOTAL), new ScheduleEnded(DEVICE, left, false))
                .when(new ScheduleReads(DEVICE, YEAR, left))
                .expectEvents(
                        agreed(YEAR.from(LocalDate.parse("2026-11-17"))),
                        scheduled("2026-11-30", "2026-11-25T00:00:00Z"));
        register.given(opened(Counter.TOTAL), new ScheduleEnded(DEVICE, left, false))
                .when(new EndSchedule(DEVICE, left))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam,    2026-03-31, 2026-03-25T23:00:00Z, 2026-04-05T22:00:00Z", // summer time begins between
        "Europe/Amsterdam,    2026-10-31, 2026-10-25T23:00:00Z, 2026-11-05T23:00:00Z",
        "America/Los_Angeles, 2026-10-31, 2026-10-26T07:00:00Z, 2026-11-06T08:00:00Z", // and ends
        "Pacific/Apia,        2026-11-30, 2026-11-24T11:00:00Z, 2026-12-05T11:00:00Z",
        "Pacific/Kiritimati,  2026-11-30, 2026-11-24T10:00:00Z, 2026-12-05T10:00:00Z",
        "America/Los_Angeles, 2026-11-30, 2026-11-25T08:00:00Z, 2026-12-06T08:00:00Z",
    })
    void theDaysAreTheDevicesDays(String zone, String day, Instant opens, Instant over) {
        var before = new MeterEvent[] {
            opened(Counter.TOTAL), stands(zone, "2026-01-01"), agreed(YEAR), scheduled(day, opens.toString()),
        };
        register.at(opens.minusSeconds(1).toString()).given(before).when(KEEP).expectNoEvents();
        register.at(opens.toString()).given(before).when(KEEP).expectEvents(due(day, over.toString()));
        var open = java.util.Arrays.copyOf(before, 5);
        open[4] = due(day, over.toString());
        register.at(over.minusSeconds(1).toString()).given(open).when(KEEP).expectNoEvents();
        var next = YEAR.dueAfter(LocalDate.parse(day));
        register.at(over.toString())
                .given(open)
                .when(KEEP)
                .expectEvents(
                        missed(day, Counters.NONE, 1),
                        scheduled(
                                java.util.Objects.requireNonNull(next).toString(),
                                next.minusDays(5)
                                        .atStartOfDay(ZoneId.of(zone))
                                        .toInstant()
                                        .toString()));
    }

    @Test
    void aDeviceThatMovesOverTheDateLineTakesItsWindowAlong() {
        register.at("2026-11-27T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        stands("America/Los_Angeles", "2026-01-01"),
                        agreed(YEAR),
                        scheduled("2026-11-30", "2026-11-25T08:00:00Z"),
                        due("2026-11-30", "2026-12-06T08:00:00Z"))
                .when(new MoveDevice(DEVICE, ZoneId.of("Pacific/Apia"), LocalDate.parse("2026-12-03")))
                .expectEvents(
                        stands("Pacific/Apia", "2026-12-03"),
                        new NextStepMoved(DEVICE, Instant.parse("2026-12-05T11:00:00Z")));
    }

    @Test
    void aMoveBehindTheWindowLeavesItAsItIs() {
        register.at("2026-11-27T12:00:00Z")
                .given(
                        opened(Counter.TOTAL),
                        stands("America/Los_Angeles", "2026-01-01"),
                        agreed(YEAR),
                        scheduled("2026-11-30", "2026-11-25T08:00:00Z"),
                        due("2026-11-30", "2026-12-06T08:00:00Z"))
                .when(new MoveDevice(DEVICE, ZoneId.of("Pacific/Apia"), LocalDate.parse("2026-12-20")))
                .expectEvents(stands("Pacific/Apia", "2026-12-20"));
    }

    @Test
    void whatAnEngineerReadFulfils() {
        givenNovember("2026-11-26T12:00:00Z")
                .when(new RecordEngineerRead(DEVICE, READ, total(1000), LocalDate.parse("2026-11-26")))
                .expectEvents(
                        new MeterEvent.ReadSubmitted(
                                READ,
                                DEVICE,
                                total(1000),
                                LocalDate.parse("2026-11-26"),
                                LocalDate.parse("2026-11-26"),
                                false,
                                Instant.parse("2026-11-26T12:00:00Z"),
                                io.platen.contracts.meter.ReadSource.ENGINEER,
                                null,
                                null),
                        scheduled("2026-12-31", DECEMBER_OPENS));
    }

    @Test
    void withoutAScheduleThereIsNothingToKeep() {
        register.at("2026-11-26T12:00:00Z")
                .given(opened(Counter.TOTAL), remote(READ, "2026-11-25", total(5), null))
                .when(KEEP)
                .expectNoEvents();
    }

    private org.axonframework.test.aggregate.TestExecutor<MeterRegister> givenNovember(String now) {
        return register.at(now)
                .given(
                        opened(Counter.TOTAL),
                        stands("Europe/Amsterdam", "2026-01-01"),
                        agreed(YEAR),
                        scheduled("2026-11-30", NOVEMBER_OPENS));
    }

    private org.axonframework.test.aggregate.TestExecutor<MeterRegister> givenOpenNovember(String now) {
        return register.at(now)
                .given(
                        opened(Counter.TOTAL),
                        stands("Europe/Amsterdam", "2026-01-01"),
                        agreed(YEAR),
                        scheduled("2026-11-30", NOVEMBER_OPENS),
                        due("2026-11-30", NOVEMBER_IS_OVER));
    }

    private static ContractTerm cycle(MeterCycle cycle, String start, String end, ContractId contract) {
        return ContractTerm.of(contract, LocalDate.parse(start), LocalDate.parse(end), cycle);
    }

    private static ScheduleReads schedules(ContractTerm term) {
        return new ScheduleReads(DEVICE, term, Instant.parse("2026-11-22T10:00:00Z"));
    }
}
