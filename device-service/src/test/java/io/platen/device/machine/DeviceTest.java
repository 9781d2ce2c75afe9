package io.platen.device.machine;

import static io.platen.contracts.device.TonerColour.BLACK;
import static io.platen.contracts.device.TonerColour.CYAN;
import static io.platen.contracts.device.TonerColour.MAGENTA;
import static io.platen.contracts.device.TonerColour.YELLOW;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.device.machine.DeviceCommand.RecordCommunicationTest;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.DeviceCommand.RegisterDevice;
import io.platen.device.machine.DeviceEvent.AddedToAccount;
import io.platen.device.machine.DeviceEvent.AlertsReported;
import io.platen.device.machine.DeviceEvent.CartridgeReplaced;
import io.platen.device.machine.DeviceEvent.CommunicationReceived;
import io.platen.device.machine.DeviceEvent.CommunicationTestFailed;
import io.platen.device.machine.DeviceEvent.CommunicationTestPassed;
import io.platen.device.machine.DeviceEvent.CountersReported;
import io.platen.device.machine.DeviceEvent.LocationChanged;
import io.platen.device.machine.DeviceEvent.MachineRegistered;
import io.platen.device.machine.DeviceEvent.SuppliesReported;
import io.platen.device.machine.DeviceEvent.TonerRanLow;
import io.platen.device.model.ModelFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private static final DeviceId DEVICE = DeviceId.random();
    private static final ModelId MODEL = ModelId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final AgentId AGENT = AgentId.random();
    private static final AgentId OTHER_AGENT = AgentId.random();
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Location LISBON =
            new Location("Lisbon", "Rua Augusta 1", "1100-048", "Lisboa", "PT", "2.05", ZoneId.of("Europe/Lisbon"));
    private static final Location ROTTERDAM = new Location(
            "Rotterdam", "Coolsingel 40", "3011 AD", "Rotterdam", "NL", null, ZoneId.of("Europe/Amsterdam"));
    private static final ModelFacts FACTS = new ModelFacts(
            "Epson",
            "WF-C5790",
            List.of(Counter.TOTAL, Counter.COLOUR),
            List.of(BLACK, CYAN, MAGENTA, YELLOW),
            true,
            2_500,
            7);
    private static final MachineRegistered REGISTERED = new MachineRegistered(
            DEVICE, MODEL, "Epson", "WF-C5790", "X3B1234567", "EQ-1", FACTS.counters(), FACTS.tonerColours(), 2_500, 7);

    private final FixtureConfiguration<Device> device = new AggregateTestFixture<>(Device.class);

    @BeforeEach
    void rules() {
        device.registerInjectableResource(new ReportingRules(Duration.ofHours(8), Duration.ofMinutes(5)));
        device.registerInjectableResource(new MonitoringRules(Duration.ofDays(7)));
    }

    @Test
    void aDeviceIsRegisteredOnAnAccountAtALocation() {
        device.givenNoPriorActivity()
                .when(new RegisterDevice(DEVICE, MODEL, FACTS, "X3B1234567", "EQ-1", ACCOUNT, LISBON, TODAY))
                .expectEvents(
                        REGISTERED, new AddedToAccount(DEVICE, ACCOUNT), new LocationChanged(DEVICE, LISBON, TODAY));
    }

    @Test
    void aDeviceMayWaitInTheDealersStore() {
        device.givenNoPriorActivity()
                .when(new RegisterDevice(DEVICE, MODEL, FACTS, "X3B1234567", "EQ-1", null, null, TODAY))
                .expectEvents(REGISTERED);
    }

    @Test
    void aDeviceMoves() {
        device.given(REGISTERED, new LocationChanged(DEVICE, LISBON, TODAY))
                .when(new ChangeLocation(DEVICE, ROTTERDAM, TODAY))
                .expectEvents(new LocationChanged(DEVICE, ROTTERDAM, TODAY));
    }

    @Test
    void whereItStandsAlreadyItDoesNotMoveTo() {
        device.given(REGISTERED, new LocationChanged(DEVICE, LISBON, TODAY))
                .when(new ChangeLocation(DEVICE, LISBON, TODAY.plusDays(1)))
                .expectNoEvents();
    }

    @Test
    void theFirstReportTellsEverything() {
        device.given(REGISTERED)
                .when(report(1, TEN, 100L, List.of(cyan(72)), EnumSet.noneOf(TonerColour.class)))
                .expectResultMessagePayload(new ReportOutcome(true, 1, TEN, TEN))
                .expectEvents(communication(1, TEN, true), counters(100, TEN), supplies(TEN, cyan(72)));
    }

    @Test
    void aReportThatWasSeenIsIgnored() {
        device.given(REGISTERED, communication(7, TEN, true))
                .when(report(7, TEN.plusSeconds(60), 100L, List.of(cyan(1)), EnumSet.of(CYAN)))
                .expectResultMessagePayload(new ReportOutcome(false, 7, TEN, null))
                .expectNoEvents();
    }

    @Test
    void aNumberBehindTheLastIsIgnored() {
        device.given(REGISTERED, communication(7, TEN, true))
                .when(report(6, TEN.plusSeconds(60), null, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectResultMessagePayload(new ReportOutcome(false, 7, TEN, null))
                .expectNoEvents();
    }

    @Test
    void eachAgentCountsByItself() {
        device.given(REGISTERED, new CommunicationReceived(DEVICE, OTHER_AGENT, 7, TEN, true))
                .when(report(1, TEN.plusSeconds(600), null, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectResultMessagePayload(new ReportOutcome(true, 1, TEN.plusSeconds(600), null))
                .expectEvents(communication(1, TEN.plusSeconds(600), true));
    }

    @Test
    void anOlderLookBringsNothingButItsNumber() {
        device.given(REGISTERED, communication(7, TEN, true))
                .when(report(8, TEN.minusSeconds(1), 100L, List.of(cyan(1)), EnumSet.of(CYAN)))
                .expectResultMessagePayload(new ReportOutcome(true, 8, TEN, null))
                .expectEvents(communication(8, TEN.minusSeconds(1), false));
    }

    @Test
    void communicationTimeNeverRunsBack() {
        device.given(REGISTERED, communication(7, TEN, true), communication(8, TEN.minusSeconds(100), false))
                .when(report(9, TEN.minusSeconds(50), 100L, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(9, TEN.minusSeconds(50), false));
    }

    @Test
    void aMachineWithNothingToTellIsMentionedEveryFiveMinutes() {
        device.given(REGISTERED, communication(1, TEN, true))
                .when(report(2, TEN.plusSeconds(299), null, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, TEN.plusSeconds(299), false));
        device.given(REGISTERED, communication(1, TEN, true), communication(2, TEN.plusSeconds(299), false))
                .when(report(3, TEN.plusSeconds(300), null, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(3, TEN.plusSeconds(300), true));
    }

    @Test
    void countersGoOnOnceInEightHours() {
        var almost = TEN.plus(Duration.ofHours(8)).minusSeconds(1);
        device.given(REGISTERED, communication(1, TEN, true), counters(100, TEN))
                .when(report(2, almost, 150L, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, almost, true));
        var then = TEN.plus(Duration.ofHours(8));
        device.given(REGISTERED, communication(1, TEN, true), counters(100, TEN))
                .when(report(2, then, 150L, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, then, true), counters(150, then));
    }

    @Test
    void levelsAreToldWhenOneChanged() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(72), waste(10)))
                .when(report(2, later, null, List.of(waste(10), cyan(72)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, later, false));
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(72), waste(10)))
                .when(report(2, later, null, List.of(waste(10), cyan(71)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, later, true), supplies(later, cyan(71), waste(10)));
    }

    @Test
    void aMachineThatTellsNoLevelsKeepsThoseThatAreKnown() {
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(72)))
                .when(report(2, TEN.plusSeconds(60), null, List.of(), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, TEN.plusSeconds(60), false));
    }

    @Test
    void someLeftStaysSomeLeft() {
        var someLeft = new SupplyLevel(1, SupplyKind.TONER, BLACK, "Black Toner", LevelState.SOME_LEFT, null);
        device.given(REGISTERED)
                .when(report(1, TEN, null, List.of(someLeft), EnumSet.of(BLACK)))
                .expectEvents(
                        communication(1, TEN, true),
                        supplies(TEN, someLeft),
                        new TonerRanLow(DEVICE, BLACK, null, TEN));
    }

    @Test
    void threeColoursAtOnePercentAreThreeTonersLow() {
        var levels = List.of(ink(1, BLACK, 60), ink(2, CYAN, 1), ink(3, MAGENTA, 1), ink(4, YELLOW, 1));
        device.given(REGISTERED)
                .when(report(1, TEN, null, levels, EnumSet.of(CYAN, MAGENTA, YELLOW)))
                .expectEvents(
                        communication(1, TEN, true),
                        new SuppliesReported(DEVICE, levels, TEN),
                        new TonerRanLow(DEVICE, CYAN, 1, TEN),
                        new TonerRanLow(DEVICE, MAGENTA, 1, TEN),
                        new TonerRanLow(DEVICE, YELLOW, 1, TEN));
    }

    @Test
    void lowIsToldOnceUntilTheCartridgeIsReplaced() {
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(9)), low(CYAN, 9))
                .when(report(2, TEN.plusSeconds(60), null, List.of(cyan(8)), EnumSet.of(CYAN)))
                .expectEvents(communication(2, TEN.plusSeconds(60), true), supplies(TEN.plusSeconds(60), cyan(8)));
    }

    @Test
    void aColourThatIsNoLongerCalledLowKeepsItsMark() {
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(9)), low(CYAN, 9))
                .andGivenCommands(
                        report(2, TEN.plusSeconds(60), null, List.of(cyan(12)), EnumSet.noneOf(TonerColour.class)))
                .when(report(3, TEN.plusSeconds(120), null, List.of(cyan(10)), EnumSet.of(CYAN)))
                .expectEvents(communication(3, TEN.plusSeconds(120), true), supplies(TEN.plusSeconds(120), cyan(10)));
    }

    @Test
    void aRiseOfMoreThanTwentyPointsIsANewCartridge() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(9)), low(CYAN, 9))
                .when(report(2, later, null, List.of(cyan(30)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(
                        communication(2, later, true),
                        supplies(later, cyan(30)),
                        new CartridgeReplaced(DEVICE, CYAN, later));
    }

    @Test
    void aSmallerRiseIsAShakenCartridge() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, cyan(9)), low(CYAN, 9))
                .when(report(2, later, null, List.of(cyan(29)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, later, true), supplies(later, cyan(29)));
    }

    @Test
    void aNewCartridgeIsSeenAcrossATimeWithoutFigures() {
        var unknown = new SupplyLevel(2, SupplyKind.INK, CYAN, "CYAN ink", LevelState.UNKNOWN, null);
        var later = TEN.plusSeconds(120);
        device.given(
                        REGISTERED,
                        communication(1, TEN, true),
                        supplies(TEN, cyan(9)),
                        supplies(TEN.plusSeconds(60), unknown))
                .when(report(2, later, null, List.of(cyan(100)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(
                        communication(2, later, true),
                        supplies(later, cyan(100)),
                        new CartridgeReplaced(DEVICE, CYAN, later));
    }

    @Test
    void aRisingWasteBoxIsNoNewCartridge() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, waste(10)))
                .when(report(2, later, null, List.of(waste(90)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, later, true), supplies(later, waste(90)));
    }

    @Test
    void aNewTonerCartridgeIsSeenAsWellAsInk() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, supply(1, SupplyKind.TONER, 9)))
                .when(report(
                        2, later, null, List.of(supply(1, SupplyKind.TONER, 100)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(
                        communication(2, later, true),
                        supplies(later, supply(1, SupplyKind.TONER, 100)),
                        new CartridgeReplaced(DEVICE, CYAN, later));
    }

    @Test
    void aNewDrumOfAColourIsNoNewCartridge() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), supplies(TEN, supply(1, SupplyKind.DRUM, 9)))
                .when(report(
                        2, later, null, List.of(supply(1, SupplyKind.DRUM, 100)), EnumSet.noneOf(TonerColour.class)))
                .expectEvents(communication(2, later, true), supplies(later, supply(1, SupplyKind.DRUM, 100)));
    }

    @Test
    void lowIsToldWithTheLevelOfThatColoursEmptiestCartridge() {
        var levels = List.of(
                supply(1, SupplyKind.DRUM, 2),
                supply(2, SupplyKind.TONER, 8),
                supply(3, SupplyKind.TONER, 7),
                ink(4, YELLOW, 1));
        device.given(REGISTERED)
                .when(report(1, TEN, null, levels, EnumSet.of(CYAN)))
                .expectEvents(
                        communication(1, TEN, true),
                        new SuppliesReported(DEVICE, levels, TEN),
                        new TonerRanLow(DEVICE, CYAN, 7, TEN));
    }

    @Test
    void theAgentsWordClearsTheMarkAndLowCountsAnew() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(1, TEN, true), low(BLACK, null))
                .when(new RecordReport(
                        DEVICE, AGENT, 2, later, Map.of(), List.of(), EnumSet.of(BLACK), EnumSet.of(BLACK), List.of()))
                .expectEvents(
                        communication(2, later, true),
                        new CartridgeReplaced(DEVICE, BLACK, later),
                        new TonerRanLow(DEVICE, BLACK, null, later));
        device.given(
                        REGISTERED,
                        communication(1, TEN, true),
                        low(BLACK, null),
                        new CartridgeReplaced(DEVICE, BLACK, TEN))
                .when(report(2, later, null, List.of(), EnumSet.of(BLACK)))
                .expectEvents(communication(2, later, true), new TonerRanLow(DEVICE, BLACK, null, later));
    }

    @Test
    void alertsAreToldWhenOneCameOrWent() {
        device.given(REGISTERED, communication(1, TEN, true))
                .when(alerting(2, TEN.plusSeconds(60), "Paper jam", "Toner low"))
                .expectEvents(
                        communication(2, TEN.plusSeconds(60), true),
                        new AlertsReported(DEVICE, List.of("Paper jam", "Toner low"), TEN.plusSeconds(60)));
        device.given(
                        REGISTERED,
                        communication(1, TEN, true),
                        new AlertsReported(DEVICE, List.of("Paper jam", "Toner low"), TEN))
                .when(alerting(2, TEN.plusSeconds(60), "Toner low", "Paper jam"))
                .expectEvents(communication(2, TEN.plusSeconds(60), false));
        device.given(REGISTERED, communication(1, TEN, true), new AlertsReported(DEVICE, List.of("Paper jam"), TEN))
                .when(alerting(2, TEN.plusSeconds(60)))
                .expectEvents(
                        communication(2, TEN.plusSeconds(60), true),
                        new AlertsReported(DEVICE, List.of(), TEN.plusSeconds(60)));
    }

    @Test
    void aTestThatPassedIsACommunication() {
        var later = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(7, TEN, true))
                .when(new RecordCommunicationTest(DEVICE, AGENT, 1, later, true, null))
                .expectResultMessagePayload(true)
                .expectEvents(new CommunicationTestPassed(DEVICE, AGENT, 1, later), communication(7, later, true));
    }

    /** A test may be what is heard of a device first; then no report has a number yet. */
    @Test
    void aTestMayBeTheFirstCommunication() {
        device.given(REGISTERED)
                .when(new RecordCommunicationTest(DEVICE, AGENT, 1, TEN, true, null))
                .expectEvents(new CommunicationTestPassed(DEVICE, AGENT, 1, TEN), communication(-1, TEN, true));
    }

    @Test
    void aTestOfBeforeTheLastReportIsNoNewerCommunication() {
        device.given(REGISTERED, communication(7, TEN, true))
                .when(new RecordCommunicationTest(DEVICE, AGENT, 1, TEN.minusSeconds(1), true, null))
                .expectEvents(new CommunicationTestPassed(DEVICE, AGENT, 1, TEN.minusSeconds(1)));
    }

    @Test
    void aTestThatFailedIsRecordedAndIsNoCommunication() {
        device.given(REGISTERED, communication(7, TEN, true))
                .when(new RecordCommunicationTest(DEVICE, AGENT, 1, TEN.plusSeconds(60), false, "no route"))
                .expectEvents(new CommunicationTestFailed(DEVICE, AGENT, 1, TEN.plusSeconds(60), "no route"));
    }

    @Test
    void aTestThatWasSeenIsIgnored() {
        device.given(REGISTERED, new CommunicationTestFailed(DEVICE, AGENT, 3, TEN, null))
                .when(new RecordCommunicationTest(DEVICE, AGENT, 3, TEN.plusSeconds(60), true, null))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    /** What waits in the agent's buffer was seen before somebody pressed the button, and is news all the same. */
    @Test
    void aReportFromBeforeATestIsNoOlderLook() {
        var between = TEN.plusSeconds(60);
        device.given(REGISTERED, communication(7, TEN, true))
                .andGivenCommands(new RecordCommunicationTest(DEVICE, AGENT, 1, TEN.plusSeconds(120), true, null))
                .when(report(8, between, null, List.of(cyan(9)), EnumSet.of(CYAN)))
                .expectEvents(
                        communication(8, between, true),
                        supplies(between, cyan(9)),
                        new TonerRanLow(DEVICE, CYAN, 9, between));
    }

    private static RecordReport alerting(long sequence, Instant at, String... alerts) {
        return new RecordReport(
                DEVICE,
                AGENT,
                sequence,
                at,
                Map.of(),
                List.of(),
                EnumSet.noneOf(TonerColour.class),
                EnumSet.noneOf(TonerColour.class),
                List.of(alerts));
    }

    private static RecordReport report(
            long sequence, Instant at, @Nullable Long total, List<SupplyLevel> supplies, EnumSet<TonerColour> low) {
        Map<Counter, Long> counters = total == null ? Map.of() : Map.of(Counter.TOTAL, total);
        return new RecordReport(
                DEVICE, AGENT, sequence, at, counters, supplies, low, EnumSet.noneOf(TonerColour.class), List.of());
    }

    private static CommunicationReceived communication(long sequence, Instant at, boolean announced) {
        return new CommunicationReceived(DEVICE, AGENT, sequence, at, announced);
    }

    private static CountersReported counters(long total, Instant at) {
        return new CountersReported(DEVICE, Map.of(Counter.TOTAL, total), at);
    }

    private static SuppliesReported supplies(Instant at, SupplyLevel... levels) {
        return new SuppliesReported(DEVICE, List.of(levels), at);
    }

    private static TonerRanLow low(TonerColour colour, @Nullable Integer percent) {
        return new TonerRanLow(DEVICE, colour, percent, TEN);
    }

    private static SupplyLevel cyan(int percent) {
        return ink(2, CYAN, percent);
    }

    private static SupplyLevel supply(int index, SupplyKind kind, int percent) {
        return new SupplyLevel(index, kind, CYAN, "Cyan", LevelState.MEASURED, percent);
    }

    private static SupplyLevel ink(int index, TonerColour colour, int percent) {
        return new SupplyLevel(index, SupplyKind.INK, colour, colour + " ink", LevelState.MEASURED, percent);
    }

    private static SupplyLevel waste(int percent) {
        return new SupplyLevel(9, SupplyKind.WASTE, null, "Maintenance box", LevelState.MEASURED, percent);
    }
}
