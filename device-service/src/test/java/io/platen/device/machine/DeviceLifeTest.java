package io.platen.device.machine;

import static io.platen.device.machine.AccountOutcome.ON_ANOTHER_ACCOUNT;
import static io.platen.device.machine.AccountOutcome.THERE;
import static io.platen.device.machine.EligibilityOutcome.MODEL_NOT_CAPABLE;
import static io.platen.device.machine.EligibilityOutcome.SET;
import static io.platen.device.machine.NoteOutcome.TOO_LONG;
import static io.platen.device.machine.NoteOutcome.WRITTEN;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.TicketReference;
import io.platen.device.machine.DeviceCommand.AddToAccount;
import io.platen.device.machine.DeviceCommand.ApplyCoverage;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.device.machine.DeviceCommand.ChangeState;
import io.platen.device.machine.DeviceCommand.CheckSilence;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.DeviceCommand.RemoveFromAccount;
import io.platen.device.machine.DeviceCommand.ReplaceDevice;
import io.platen.device.machine.DeviceCommand.SetEligibility;
import io.platen.device.machine.DeviceCommand.SetNote;
import io.platen.device.machine.DeviceEvent.AddedToAccount;
import io.platen.device.machine.DeviceEvent.CommunicationLost;
import io.platen.device.machine.DeviceEvent.CommunicationReceived;
import io.platen.device.machine.DeviceEvent.CoverageChanged;
import io.platen.device.machine.DeviceEvent.EligibilityChanged;
import io.platen.device.machine.DeviceEvent.LocationChanged;
import io.platen.device.machine.DeviceEvent.MachineRegistered;
import io.platen.device.machine.DeviceEvent.NoteChanged;
import io.platen.device.machine.DeviceEvent.ReconnectionRequired;
import io.platen.device.machine.DeviceEvent.RemovedFromAccount;
import io.platen.device.machine.DeviceEvent.Replaced;
import io.platen.device.machine.DeviceEvent.StateChanged;
import io.platen.device.machine.SilenceOutcome.HeardSince;
import io.platen.device.machine.SilenceOutcome.Silent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceLifeTest {

    private static final DeviceId DEVICE = DeviceId.random();
    private static final DeviceId SUCCESSOR = DeviceId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final AgentId AGENT = AgentId.random();
    private static final TicketReference TICKET = TicketReference.of(17);
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Location LISBON = at("Lisbon");
    private static final Location PORTO = at("Porto");
    private static final Location BRAGA = at("Braga");
    private static final MachineRegistered REGISTERED = new MachineRegistered(
            DEVICE,
            ModelId.random(),
            "Corvane",
            "Corvane 7035c",
            "CV-1",
            null,
            List.of(Counter.TOTAL, Counter.COLOUR),
            List.of(TonerColour.BLACK),
            null,
            null);
    private static final AddedToAccount ADDED = new AddedToAccount(DEVICE, ACCOUNT);
    private static final CommunicationReceived HEARD = heard(1, TEN, true);

    private final FixtureConfiguration<Device> device = new AggregateTestFixture<>(Device.class);

    @BeforeEach
    void rules() {
        device.registerInjectableResource(new ReportingRules(Duration.ofHours(8), Duration.ofMinutes(5)));
        device.registerInjectableResource(new MonitoringRules(Duration.ofDays(7)));
    }

    @Test
    void aNoteIsWrittenWithWhatItReplaces() {
        device.given(REGISTERED)
                .when(new SetNote(DEVICE, 1, "  Beside the lift "))
                .expectResultMessagePayload(WRITTEN)
                .expectEvents(new NoteChanged(DEVICE, 1, "Beside the lift", ""));
        device.given(REGISTERED, new NoteChanged(DEVICE, 1, "Beside the lift", ""))
                .when(new SetNote(DEVICE, 1, "Second floor"))
                .expectEvents(new NoteChanged(DEVICE, 1, "Second floor", "Beside the lift"));
        device.given(REGISTERED, new NoteChanged(DEVICE, 2, "Second floor", ""))
                .when(new SetNote(DEVICE, 2, " "))
                .expectEvents(new NoteChanged(DEVICE, 2, "", "Second floor"));
    }

    @Test
    void theSameNoteAgainIsNoChange() {
        device.given(REGISTERED, new NoteChanged(DEVICE, 2, "Second floor", ""))
                .when(new SetNote(DEVICE, 2, "Second floor"))
                .expectResultMessagePayload(WRITTEN)
                .expectNoEvents();
    }

    @Test
    void eachNoteIsOneByItself() {
        device.given(
                        REGISTERED,
                        new NoteChanged(DEVICE, 1, "Beside the lift", ""),
                        new NoteChanged(DEVICE, 2, "Second floor", ""))
                .when(new SetNote(DEVICE, 1, "Second floor"))
                .expectEvents(new NoteChanged(DEVICE, 1, "Second floor", "Beside the lift"));
    }

    @Test
    void aNoteHasAtMostAHundredCharactersWhateverTheyTakeToStore() {
        device.given(REGISTERED)
                .when(new SetNote(DEVICE, 1, "\uD83D\uDE00".repeat(100) + " "))
                .expectResultMessagePayload(WRITTEN);
        device.given(REGISTERED)
                .when(new SetNote(DEVICE, 1, "\uD83D\uDE00".repeat(101)))
                .expectResultMessagePayload(TOO_LONG)
                .expectNoEvents();
    }

    @Test
    void aDeviceLeavesItsAccountWithoutTheNotes() {
        device.given(
                        REGISTERED,
                        ADDED,
                        new NoteChanged(DEVICE, 1, "Beside the lift", ""),
                        new NoteChanged(DEVICE, 2, "Key at the desk", ""))
                .when(new RemoveFromAccount(DEVICE, "Sold"))
                .expectEvents(
                        new NoteChanged(DEVICE, 1, "", "Beside the lift"),
                        new NoteChanged(DEVICE, 2, "", "Key at the desk"),
                        new RemovedFromAccount(DEVICE, ACCOUNT, "Sold"));
    }

    @Test
    void whatIsOnNoAccountLeavesNone() {
        device.given(REGISTERED).when(new RemoveFromAccount(DEVICE, "Sold")).expectNoEvents();
        device.given(REGISTERED, ADDED, new RemovedFromAccount(DEVICE, ACCOUNT, null))
                .when(new RemoveFromAccount(DEVICE, "Sold"))
                .expectNoEvents();
    }

    @Test
    void aDeviceIsOnOneAccountAtATime() {
        device.given(REGISTERED)
                .when(new AddToAccount(DEVICE, ACCOUNT))
                .expectResultMessagePayload(THERE)
                .expectEvents(ADDED);
        device.given(REGISTERED, ADDED)
                .when(new AddToAccount(DEVICE, ACCOUNT))
                .expectResultMessagePayload(THERE)
                .expectNoEvents();
        device.given(REGISTERED, ADDED)
                .when(new AddToAccount(DEVICE, AccountId.random()))
                .expectResultMessagePayload(ON_ANOTHER_ACCOUNT)
                .expectNoEvents();
    }

    @Test
    void aDeviceComesBack() {
        device.given(REGISTERED, ADDED, new RemovedFromAccount(DEVICE, ACCOUNT, null))
                .when(new AddToAccount(DEVICE, ACCOUNT))
                .expectEvents(ADDED);
    }

    @Test
    void aMonitoredDeviceThatMovesHasToBeConnectedAgain() {
        var tomorrow = TODAY.plusDays(1);
        device.given(REGISTERED, new LocationChanged(DEVICE, LISBON, TODAY), HEARD)
                .when(new ChangeLocation(DEVICE, PORTO, tomorrow))
                .expectEvents(new LocationChanged(DEVICE, PORTO, tomorrow), new ReconnectionRequired(DEVICE, tomorrow));
    }

    @Test
    void onlyAMonitoredDeviceHasAConnection() {
        device.given(REGISTERED, new LocationChanged(DEVICE, LISBON, TODAY))
                .when(new ChangeLocation(DEVICE, PORTO, TODAY))
                .expectEvents(new LocationChanged(DEVICE, PORTO, TODAY));
        device.given(
                        REGISTERED,
                        ADDED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        HEARD,
                        new RemovedFromAccount(DEVICE, ACCOUNT, null))
                .when(new ChangeLocation(DEVICE, PORTO, TODAY))
                .expectEvents(new LocationChanged(DEVICE, PORTO, TODAY));
    }

    @Test
    void aFirstLocationIsNoMove() {
        device.given(REGISTERED, HEARD)
                .when(new ChangeLocation(DEVICE, PORTO, TODAY))
                .expectEvents(new LocationChanged(DEVICE, PORTO, TODAY));
    }

    @Test
    void theNextCommunicationConnectsItAndIsNews() {
        var soon = TEN.plusSeconds(10);
        device.given(
                        REGISTERED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        HEARD,
                        new ReconnectionRequired(DEVICE, TODAY))
                .when(report(2, soon))
                .expectEvents(heard(2, soon, true));
        device.given(
                        REGISTERED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        HEARD,
                        new ReconnectionRequired(DEVICE, TODAY),
                        heard(2, soon, true))
                .when(new ChangeLocation(DEVICE, BRAGA, TODAY))
                .expectEvents(new LocationChanged(DEVICE, BRAGA, TODAY), new ReconnectionRequired(DEVICE, TODAY));
    }

    @Test
    void whatIsToBeConnectedIsNotToldTwice() {
        device.given(
                        REGISTERED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        HEARD,
                        new ReconnectionRequired(DEVICE, TODAY))
                .when(new ChangeLocation(DEVICE, BRAGA, TODAY))
                .expectEvents(new LocationChanged(DEVICE, BRAGA, TODAY));
    }

    @Test
    void aLateReportFromBeforeConnectsNothing() {
        var before = TEN.minusSeconds(60);
        device.given(
                        REGISTERED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        HEARD,
                        new ReconnectionRequired(DEVICE, TODAY),
                        heard(2, before, false))
                .when(report(3, TEN.plusSeconds(10)))
                .expectEvents(heard(3, TEN.plusSeconds(10), true));
    }

    @Test
    void silenceOfMoreThanSevenDaysIsToldOnce() {
        var seven = TEN.plus(Duration.ofDays(7));
        device.given(REGISTERED, HEARD)
                .when(new CheckSilence(DEVICE, seven))
                .expectResultMessagePayload(new HeardSince(TEN))
                .expectNoEvents();
        device.given(REGISTERED, HEARD)
                .when(new CheckSilence(DEVICE, seven.plusMillis(1)))
                .expectResultMessagePayload(new Silent())
                .expectEvents(new CommunicationLost(DEVICE, TEN));
        device.given(REGISTERED, HEARD, new CommunicationLost(DEVICE, TEN))
                .when(new CheckSilence(DEVICE, seven.plusSeconds(1)))
                .expectResultMessagePayload(new Silent())
                .expectNoEvents();
    }

    @Test
    void nobodyListensToADeviceThatWasNeverHeardOrLeft() {
        device.given(REGISTERED)
                .when(new CheckSilence(DEVICE, TEN.plus(Duration.ofDays(70))))
                .expectResultMessagePayload(new Silent())
                .expectNoEvents();
        device.given(REGISTERED, ADDED, HEARD, new RemovedFromAccount(DEVICE, ACCOUNT, null))
                .when(new CheckSilence(DEVICE, TEN.plus(Duration.ofDays(70))))
                .expectResultMessagePayload(new Silent())
                .expectNoEvents();
    }

    @Test
    void whatIsHeardAgainIsNewsAndMayFallSilentAgain() {
        var later = TEN.plus(Duration.ofDays(8));
        device.given(REGISTERED, HEARD, heard(2, TEN.plusSeconds(200), true), new CommunicationLost(DEVICE, TEN))
                .when(report(3, TEN.plusSeconds(201)))
                .expectEvents(heard(3, TEN.plusSeconds(201), true));
        device.given(REGISTERED, HEARD, new CommunicationLost(DEVICE, TEN), heard(2, later, true))
                .when(new CheckSilence(DEVICE, later.plus(Duration.ofDays(8))))
                .expectEvents(new CommunicationLost(DEVICE, later));
    }

    @Test
    void onlyACapableModelIsReplenishedAutomatically() {
        device.given(REGISTERED)
                .when(new SetEligibility(DEVICE, true, false))
                .expectResultMessagePayload(MODEL_NOT_CAPABLE)
                .expectNoEvents();
        device.given(REGISTERED)
                .when(new SetEligibility(DEVICE, true, true))
                .expectResultMessagePayload(SET)
                .expectEvents(new EligibilityChanged(DEVICE, true));
        device.given(REGISTERED)
                .when(new SetEligibility(DEVICE, false, false))
                .expectResultMessagePayload(SET)
                .expectEvents(new EligibilityChanged(DEVICE, false));
    }

    @Test
    void theSameEligibilityIsNoChange() {
        device.given(REGISTERED, new EligibilityChanged(DEVICE, true))
                .when(new SetEligibility(DEVICE, true, true))
                .expectResultMessagePayload(SET)
                .expectNoEvents();
        device.given(
                        REGISTERED,
                        ADDED,
                        new LocationChanged(DEVICE, LISBON, TODAY),
                        new EligibilityChanged(DEVICE, true),
                        HEARD,
                        new ReconnectionRequired(DEVICE, TODAY),
                        new CommunicationLost(DEVICE, TEN),
                        new RemovedFromAccount(DEVICE, ACCOUNT, null))
                .when(new SetEligibility(DEVICE, true, true))
                .expectNoEvents();
        device.given(REGISTERED, new EligibilityChanged(DEVICE, true))
                .when(new SetEligibility(DEVICE, false, true))
                .expectEvents(new EligibilityChanged(DEVICE, false));
    }

    @Test
    void coverageIsToldWhenItChanged() {
        var covered = new Coverage("CT-0000001", TODAY, true, false);
        device.given(REGISTERED).when(new ApplyCoverage(DEVICE, Coverage.NONE)).expectNoEvents();
        device.given(REGISTERED)
                .when(new ApplyCoverage(DEVICE, covered))
                .expectEvents(new CoverageChanged(DEVICE, covered));
        device.given(REGISTERED, new CoverageChanged(DEVICE, covered))
                .when(new ApplyCoverage(DEVICE, covered))
                .expectNoEvents();
        device.given(REGISTERED, new CoverageChanged(DEVICE, covered))
                .when(new ApplyCoverage(DEVICE, Coverage.NONE))
                .expectEvents(new CoverageChanged(DEVICE, Coverage.NONE));
    }

    @Test
    void aStateIsToldWhenItChanged() {
        var down = new StateChanged(DEVICE, DeviceState.DOWN, TEN, TICKET);
        device.given(REGISTERED)
                .when(new ChangeState(DEVICE, DeviceState.WORKING, TEN, TICKET))
                .expectNoEvents();
        device.given(REGISTERED)
                .when(new ChangeState(DEVICE, DeviceState.DOWN, TEN, TICKET))
                .expectEvents(down);
        device.given(REGISTERED, down)
                .when(new ChangeState(DEVICE, DeviceState.DOWN, TEN.plusSeconds(60), TICKET))
                .expectNoEvents();
        device.given(REGISTERED, down)
                .when(new ChangeState(DEVICE, DeviceState.IN_SERVICE, TEN.plusSeconds(60), TICKET))
                .expectEvents(new StateChanged(DEVICE, DeviceState.IN_SERVICE, TEN.plusSeconds(60), TICKET));
    }

    @Test
    void aStateDoesNotBeginBeforeTheOneItFollows() {
        device.given(REGISTERED, new StateChanged(DEVICE, DeviceState.DOWN, TEN, TICKET))
                .when(new ChangeState(DEVICE, DeviceState.WORKING, TEN.minusSeconds(60), TICKET))
                .expectEvents(new StateChanged(DEVICE, DeviceState.WORKING, TEN, TICKET));
    }

    @Test
    void anotherMachineTakesOver() {
        var last = Map.of(Counter.TOTAL, 42_976L, Counter.COLOUR, 1_200L);
        var first = Map.of(Counter.TOTAL, 12L);
        device.given(REGISTERED, ADDED)
                .when(replacement(SUCCESSOR, last, first))
                .expectResultMessagePayload(ReplacementOutcome.REPLACED)
                .expectEvents(new Replaced(DEVICE, SUCCESSOR, ACCOUNT, TODAY, last, first, "Burnt out"));
    }

    @Test
    void aReplacementNeedsAnAccountAnotherMachineAndTheCountersOfBoth() {
        var last = Map.of(Counter.TOTAL, 42_976L, Counter.COLOUR, 1_200L);
        var first = Map.of(Counter.TOTAL, 12L);
        refused(replacement(DEVICE, last, first), ReplacementOutcome.BY_ITSELF);
        refused(replacement(SUCCESSOR, first, first), ReplacementOutcome.FINAL_COUNTERS_DIFFER);
        refused(replacement(SUCCESSOR, last, last), ReplacementOutcome.FIRST_COUNTERS_DIFFER);
        refused(replacement(SUCCESSOR, last, Map.of()), ReplacementOutcome.FIRST_COUNTERS_DIFFER);
        device.given(REGISTERED)
                .when(replacement(SUCCESSOR, last, first))
                .expectResultMessagePayload(ReplacementOutcome.WITHOUT_ACCOUNT)
                .expectNoEvents();
    }

    private void refused(ReplaceDevice replacement, ReplacementOutcome outcome) {
        device.given(REGISTERED, ADDED)
                .when(replacement)
                .expectResultMessagePayload(outcome)
                .expectNoEvents();
    }

    private static ReplaceDevice replacement(DeviceId successor, Map<Counter, Long> last, Map<Counter, Long> first) {
        return new ReplaceDevice(DEVICE, successor, List.of(Counter.TOTAL), TODAY, last, first, "Burnt out");
    }

    private static RecordReport report(long sequence, Instant at) {
        return new RecordReport(
                DEVICE,
                AGENT,
                sequence,
                at,
                Map.of(),
                List.of(),
                EnumSet.noneOf(TonerColour.class),
                EnumSet.noneOf(TonerColour.class),
                List.of());
    }

    private static CommunicationReceived heard(long sequence, Instant at, boolean announced) {
        return new CommunicationReceived(DEVICE, AGENT, sequence, at, announced);
    }

    private static Location at(String site) {
        return new Location(site, "Rua 1", "1000", site, "PT", null, ZoneId.of("Europe/Lisbon"));
    }
}
