package io.platen.contracts.event;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.AgentState;
import io.platen.contracts.device.CommunicationTestFailed;
import io.platen.contracts.device.CommunicationTestPassed;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAlertsReported;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupCreated;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.LoginLocked;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.SignInFailed;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.identity.UserSignedIn;
import io.platen.contracts.identity.UserSignedOut;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.contracts.notification.NotificationFailed;
import io.platen.contracts.notification.NotificationSent;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerDetails;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerDisabled;
import io.platen.contracts.supply.AutoTonerEnabled;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SkipReason;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketAssigned;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.contracts.ticket.TicketTriageOverdue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One of each published event. */
final class Samples {

    private static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    private static final UserId USER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final ModelId MODEL = ModelId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a04");
    private static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final AgentId AGENT = AgentId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a06");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Location SITE = new Location(
            "Head office", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL", "2.14", ZoneId.of("Europe/Amsterdam"));

    private static final AutoTonerContact TONER_CONTACT =
            new AutoTonerContact("Anna", "Jansen", "+31 40 123 45 67", "anna.jansen@example.org");
    private static final AutoTonerDetails DETAILS = new AutoTonerDetails(
            "2nd floor, Anna", "Van Dijk Logistiek", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL");

    private static final String SOME_ID = "7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a07";
    private static final TicketReference TICKET = TicketReference.of(42);
    private static final ShippingLabel LABEL = new ShippingLabel(
            "2nd floor, Anna", "Van Dijk Logistiek", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL", "AQ45-000123");
    private static final UsageLine USAGE = new UsageLine(
            DEVICE,
            Counter.TOTAL,
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 11, 22),
            1000,
            2234,
            987,
            247,
            new Amount("EUR", "0.012500"),
            new Amount("EUR", "12.34"));

    private Samples() {}

    static Stream<PublishedEvent> all() {
        return Stream.of(
                new AccountRegistered(ACCOUNT, "C-10001", "S-500001", "Van Dijk Logistiek", "NL", "NL"),
                new UserCreated(USER, "anna.jansen@vandijk.example", "Anna Jansen", "nl"),
                new RoleAssigned(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, Set.of(Function.METER_SUBMIT)),
                new UserFunctionsChanged(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, Set.of(Function.INVOICE_VIEW)),
                new StaffRoleAssigned(USER, StaffRole.DISPATCH_PLANNER, Set.of("NL")),
                new UserLanguageChanged(USER, "pt"),
                new UserDeactivated(USER),
                new UserSignedIn(USER),
                new UserSignedOut(USER),
                new SignInFailed(USER),
                new LoginLocked(USER),
                new AgentRegistered(AGENT, ACCOUNT, "Head office"),
                new ModelRegistered(
                        MODEL,
                        "Aquila",
                        "Aquila C45",
                        List.of(Counter.TOTAL, Counter.COLOUR),
                        List.of(TonerColour.BLACK, TonerColour.CYAN),
                        true,
                        8000),
                new DeviceRegistered(
                        DEVICE,
                        MODEL,
                        "Aquila",
                        "Aquila C45",
                        "AQ45-000123",
                        null,
                        List.of(Counter.TOTAL),
                        List.of(TonerColour.BLACK),
                        null),
                new DeviceAddedToAccount(DEVICE, ACCOUNT),
                new DeviceRemovedFromAccount(DEVICE, ACCOUNT),
                new DeviceLocationChanged(DEVICE, SITE, TODAY),
                new DeviceAssigned(DEVICE, ACCOUNT, USER),
                new DeviceUnassigned(DEVICE, ACCOUNT, USER),
                new DeviceCommunicationReceived(DEVICE, AGENT, TEN),
                new CounterReported(DEVICE, Map.of(Counter.TOTAL, 42976L), TEN),
                new SupplyLevelsReported(
                        DEVICE,
                        List.of(
                                new SupplyLevel(
                                        1, SupplyKind.TONER, TonerColour.BLACK, "Black", LevelState.MEASURED, 72),
                                new SupplyLevel(2, SupplyKind.WASTE, null, "Waste", LevelState.SOME_LEFT, null)),
                        TEN),
                new TonerLow(DEVICE, TonerColour.CYAN, 1, TEN),
                new TonerReplaced(DEVICE, TonerColour.CYAN, TEN),
                new DeviceNoteChanged(DEVICE, 1, "Key at the reception", ""),
                new DeviceReconnectionRequired(DEVICE, TODAY),
                new DeviceStateChanged(DEVICE, DeviceState.DOWN, TEN, TICKET),
                new RemoteEligibilityChanged(DEVICE, true),
                new DeviceCommunicationLost(DEVICE, TEN),
                new DeviceAlertsReported(DEVICE, List.of("Paper jam", "Toner low (Cyan)"), TEN),
                new CommunicationTestPassed(DEVICE, AGENT, TEN),
                new CommunicationTestFailed(DEVICE, AGENT, "no route to the platform", TEN),
                new AgentHealthReported(
                        AGENT, ACCOUNT, "0.1.0", AgentState.BUFFERING, TEN.minusSeconds(60), 250, 3, 40, 2, TEN),
                new DeviceCoverageChanged(DEVICE, "C-2026-0001", TODAY, true, true),
                new DeviceRequested(
                        DeviceRequestId.of(SOME_ID),
                        "DR-0000001",
                        ACCOUNT,
                        DEVICE,
                        "AQ45-000123",
                        USER,
                        "Came with the new office"),
                new DeviceRequestApproved(DeviceRequestId.of(SOME_ID), "DR-0000001", ACCOUNT, DEVICE, null),
                new DeviceRequestRejected(
                        DeviceRequestId.of(SOME_ID), "DR-0000001", ACCOUNT, DEVICE, "It stands elsewhere"),
                new DeviceGroupCreated(DeviceGroupId.of(SOME_ID), ACCOUNT, "Second floor", Set.of(DEVICE)),
                new DeviceGroupChanged(DeviceGroupId.of(SOME_ID), ACCOUNT, "Second floor", Set.of(DEVICE)),
                new DeviceGroupDeleted(DeviceGroupId.of(SOME_ID), ACCOUNT),
                new DeviceReplaced(
                        DEVICE,
                        DeviceId.of(SOME_ID),
                        ACCOUNT,
                        TODAY,
                        Map.of(Counter.TOTAL, 1234L),
                        Map.of(Counter.TOTAL, 3L)),
                new MeterReadScheduled(DEVICE, TODAY),
                new MeterReadDue(DEVICE, TODAY, TODAY.minusDays(5), TODAY.plusDays(5)),
                new MeterReadMissed(DEVICE, TODAY, Map.of(Counter.TOTAL, 1234L), 1),
                new MeterScheduleEnded(DEVICE),
                new MeterUploadCompleted(MeterUploadId.of(SOME_ID), USER, "meters.xlsx", 12, 9, 1, 2, 3),
                new MeterUploadRejected(MeterUploadId.of(SOME_ID), USER, "meters.xlsx", "TEMPLATE_MODIFIED"),
                new MeterCounterReset(
                        DEVICE, TODAY, Map.of(Counter.TOTAL, 1234L), Map.of(Counter.TOTAL, 0L), "Main board replaced"),
                new MeterReadCorrected(
                        DEVICE,
                        READ,
                        ReadId.of(SOME_ID),
                        TODAY,
                        Map.of(Counter.TOTAL, 1234L),
                        Map.of(Counter.TOTAL, 1234L),
                        Map.of(Counter.TOTAL, 2134L),
                        MeterCorrectionId.of(SOME_ID),
                        "MC-0000001",
                        "Typing error"),
                new MeterCorrectionRequested(
                        MeterCorrectionId.of(SOME_ID),
                        "MC-0000001",
                        DEVICE,
                        ACCOUNT,
                        InvoiceId.of(SOME_ID),
                        "2026-00001",
                        READ,
                        TODAY,
                        Map.of(Counter.TOTAL, 1234L),
                        "Two digits swapped"),
                new MeterCorrectionRejected(
                        MeterCorrectionId.of(SOME_ID),
                        "MC-0000001",
                        DEVICE,
                        "The machine itself reports the invoiced value"),
                new MeterInvestigationOpened(
                        MeterInvestigationId.of(SOME_ID),
                        "MI-0000001",
                        DEVICE,
                        InvestigationCause.IMPLAUSIBLE_JUMP,
                        Map.of(Counter.TOTAL, 1234L),
                        TODAY,
                        ""),
                new MeterInvestigationClosed(
                        MeterInvestigationId.of(SOME_ID),
                        "MI-0000001",
                        DEVICE,
                        READ,
                        "Counter photographed by the customer"),
                new ContractEnded(
                        ContractId.of(SOME_ID),
                        "C-2026-0001",
                        ACCOUNT,
                        Set.of(DEVICE),
                        TODAY,
                        "Moved to another dealer"),
                new ContractDeviceReplaced(
                        ContractId.of(SOME_ID), "C-2026-0001", ACCOUNT, DEVICE, DeviceId.of(SOME_ID), TODAY),
                new MeterReadSubmitted(
                        READ, DEVICE, Map.of(Counter.TOTAL, 1234L), TODAY, ReadSource.CUSTOMER, false, TEN, null),
                new MeterReadRejected(
                        DEVICE,
                        "METER_LOWER_THAN_PREVIOUS",
                        Map.of("total", 1100L),
                        TODAY,
                        Map.of(Counter.TOTAL, 1234L)),
                new TicketOpened(
                        TICKET,
                        ACCOUNT,
                        "NL",
                        TicketKind.INCIDENT,
                        "Lines on every page",
                        "Since this morning, on both trays.",
                        "PRINT_QUALITY",
                        DEVICE,
                        USER,
                        TicketChannel.PORTAL,
                        TEN),
                new TicketPrioritised(TICKET, 2, true, true, TEN, TEN),
                new TicketAssigned(TICKET, USER, TEN),
                new EngineerDispatched(TICKET, USER, TEN, TEN),
                new EngineerEnRoute(TICKET, USER, TEN),
                new EngineerArrived(TICKET, USER, TEN),
                new TicketResolved(TICKET, "Drum unit replaced.", TEN),
                new TicketClosed(TICKET, TEN),
                new TicketCommented(
                        TICKET, CommentId.of(SOME_ID), USER, true, "Is tomorrow at nine possible?", true, TEN),
                new TicketStateChanged(TICKET, TicketState.ASSIGNED, TicketState.ASSIGNED),
                new TicketTriageOverdue(TICKET, TEN, TEN),
                new AutoTonerEnabled(DEVICE, ACCOUNT, DETAILS, TONER_CONTACT),
                new AutoTonerDetailsChanged(DEVICE, ACCOUNT, DETAILS, TONER_CONTACT),
                new AutoTonerDisabled(DEVICE, ACCOUNT),
                new AutoTonerStateChanged(DEVICE, ACCOUNT, AutoTonerState.ENABLED_ACTIVE),
                new AutoTonerOrderPlaced(
                        OrderId.of(SOME_ID), "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL, TEN),
                new AutoTonerShipmentSkipped(DEVICE, ACCOUNT, TonerColour.CYAN, SkipReason.IN_TRANSIT),
                new SupplyOrderPlaced(
                        OrderId.of(SOME_ID),
                        "SO-0000002",
                        DEVICE,
                        ACCOUNT,
                        TonerColour.CYAN,
                        LABEL,
                        USER,
                        "The parcel was crushed.",
                        TEN),
                new SupplyOrderShipped(OrderId.of(SOME_ID), "PostNL", "3SABCD123", TEN),
                new SupplyOrderDelivered(OrderId.of(SOME_ID), TEN),
                new ContractActivated(
                        ContractId.of(SOME_ID),
                        "C-2026-0001",
                        ACCOUNT,
                        Set.of(DEVICE),
                        TODAY,
                        TODAY,
                        true,
                        true,
                        Map.of(Counter.TOTAL, new Amount("EUR", "0.012500")),
                        Map.of(Counter.TOTAL, 1000L)),
                new UsageRecorded(ContractId.of(SOME_ID), ACCOUNT, DEVICE, READ, TODAY, List.of(USAGE)),
                new UsageInvoiceIssued(
                        InvoiceId.of(SOME_ID),
                        "C-2026-0001",
                        ContractId.of(SOME_ID),
                        ACCOUNT,
                        TODAY,
                        TODAY,
                        List.of(USAGE),
                        new Amount("EUR", "12.34"),
                        TODAY,
                        TODAY),
                new NotificationSent(
                        NotificationId.of(SOME_ID),
                        "7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a08",
                        USER,
                        NotificationChannel.MAIL,
                        "ticket-opened",
                        TEN),
                new NotificationFailed(
                        NotificationId.of(SOME_ID),
                        "7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a08",
                        USER,
                        NotificationChannel.MAIL,
                        "ticket-opened",
                        "550 No such user"));
    }
}
