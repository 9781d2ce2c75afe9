package io.platen.device.publish;

import io.platen.contracts.device.AgentState;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.device.agent.AgentEvent;
import io.platen.device.assignment.AssignmentEvent;
import io.platen.device.assignment.AssignmentId;
import io.platen.device.group.GroupEvent;
import io.platen.device.machine.Coverage;
import io.platen.device.machine.DeviceEvent;
import io.platen.device.model.ModelEvent;
import io.platen.device.model.ModelFacts;
import io.platen.device.request.RequestEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One of each stored event. */
final class StoredSamples {

    private static final DeviceId DEVICE = DeviceId.of("0193a3c0-0000-7000-8000-00000000000d");
    private static final DeviceId OTHER_DEVICE = DeviceId.of("0193a3c0-0000-7000-8000-00000000001d");
    private static final DeviceRequestId REQUEST = DeviceRequestId.of("0193a3c0-0000-7000-8000-00000000002d");
    private static final DeviceGroupId GROUP = DeviceGroupId.of("0193a3c0-0000-7000-8000-00000000003d");
    private static final ModelId MODEL = ModelId.of("0193a3c0-0000-7000-8000-00000000000e");
    private static final AccountId ACCOUNT = AccountId.of("0193a3c0-0000-7000-8000-00000000000a");
    private static final UserId USER = UserId.of("0193a3c0-0000-7000-8000-00000000000b");
    private static final AgentId AGENT = AgentId.of("0193a3c0-0000-7000-8000-00000000000c");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Counter> COUNTERS = List.of(Counter.TOTAL, Counter.COLOUR);
    private static final List<TonerColour> COLOURS =
            List.of(TonerColour.BLACK, TonerColour.CYAN, TonerColour.MAGENTA, TonerColour.YELLOW);

    private StoredSamples() {}

    static Stream<Object> all() {
        var assignment = AssignmentId.of(DEVICE, USER);
        return Stream.of(
                new ModelEvent.ModelRegistered(
                        MODEL, new ModelFacts("Corvane", "Corvane 7035c", COUNTERS, COLOURS, true, 9_000, 7)),
                new DeviceEvent.MachineRegistered(
                        DEVICE, MODEL, "Corvane", "Corvane 7035c", "CV-7035C-1", "EQ-1", COUNTERS, COLOURS, 9_000, 7),
                new DeviceEvent.AddedToAccount(DEVICE, ACCOUNT),
                new DeviceEvent.LocationChanged(
                        DEVICE,
                        new Location(
                                "Lisbon",
                                "Rua Augusta 1",
                                "1100-048",
                                "Lisboa",
                                "PT",
                                "2.05",
                                ZoneId.of("Europe/Lisbon")),
                        LocalDate.parse("2026-11-22")),
                new DeviceEvent.CommunicationReceived(DEVICE, AGENT, 17, AT, true),
                new DeviceEvent.CountersReported(
                        DEVICE, new EnumMap<>(Map.of(Counter.TOTAL, 42_976L, Counter.COLOUR, 1_200L)), AT),
                new DeviceEvent.SuppliesReported(
                        DEVICE,
                        List.of(
                                new SupplyLevel(
                                        1,
                                        SupplyKind.TONER,
                                        TonerColour.BLACK,
                                        "Black Toner",
                                        LevelState.SOME_LEFT,
                                        null),
                                new SupplyLevel(2, SupplyKind.WASTE, null, "Waste box", LevelState.MEASURED, 40)),
                        AT),
                new DeviceEvent.CartridgeReplaced(DEVICE, TonerColour.CYAN, AT),
                new DeviceEvent.TonerRanLow(DEVICE, TonerColour.CYAN, 1, AT),
                new DeviceEvent.AlertsReported(DEVICE, List.of("Paper jam", "Toner low (Cyan)"), AT),
                new DeviceEvent.CommunicationTestPassed(DEVICE, AGENT, 3, AT),
                new DeviceEvent.CommunicationTestFailed(DEVICE, AGENT, 4, AT, "no route to the platform"),
                new AgentEvent.HealthReported(
                        AGENT, ACCOUNT, "0.1.0", AgentState.BUFFERING, AT.minusSeconds(60), 250, 3, 40, 2, AT),
                new AssignmentEvent.AssignmentBegun(assignment, DEVICE, USER, ACCOUNT),
                new AssignmentEvent.AssignmentEnded(assignment, DEVICE, USER, ACCOUNT),
                new DeviceEvent.NoteChanged(DEVICE, 1, "Beside the lift", "Second floor"),
                new DeviceEvent.RemovedFromAccount(DEVICE, ACCOUNT, "Sold with the building"),
                new DeviceEvent.ReconnectionRequired(DEVICE, LocalDate.parse("2026-11-22")),
                new DeviceEvent.CommunicationLost(DEVICE, AT),
                new DeviceEvent.EligibilityChanged(DEVICE, true),
                new DeviceEvent.CoverageChanged(
                        DEVICE, new Coverage("CT-0000001", LocalDate.parse("2027-12-31"), true, true)),
                new DeviceEvent.StateChanged(DEVICE, DeviceState.DOWN, AT, TicketReference.of(17)),
                new DeviceEvent.Replaced(
                        DEVICE,
                        OTHER_DEVICE,
                        ACCOUNT,
                        LocalDate.parse("2026-11-22"),
                        new EnumMap<>(Map.of(Counter.TOTAL, 42_976L, Counter.COLOUR, 1_200L)),
                        new EnumMap<>(Map.of(Counter.TOTAL, 12L)),
                        "Burnt out"),
                new RequestEvent.RequestSubmitted(
                        REQUEST, "DR-0000001", ACCOUNT, DEVICE, "CV-7035C-1", USER, "Came with the branch in Porto"),
                new RequestEvent.RequestApproved(REQUEST, "DR-0000001", ACCOUNT, DEVICE, "Contract transferred"),
                new RequestEvent.RequestRejected(REQUEST, "DR-0000001", ACCOUNT, DEVICE, "Still with its owner"),
                new GroupEvent.GroupCreated(GROUP, ACCOUNT, "Second floor", Set.of(DEVICE)),
                new GroupEvent.GroupChanged(GROUP, ACCOUNT, "Third floor", Set.of(DEVICE)),
                new GroupEvent.GroupDeleted(GROUP, ACCOUNT));
    }
}
