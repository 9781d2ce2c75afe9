package io.platen.gateway.view;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.AgentState;
import io.platen.contracts.device.Counter;
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
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
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
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerDetails;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One account with a device, its manager and all that was told about them. */
public final class Office {

    /** An event as it arrives. */
    public record Arrival(PublishedEvent event, EventMetadata metadata) {}

    public final AccountId account = AccountId.random();
    public final DeviceId device = DeviceId.random();
    public final UserId manager = UserId.random();
    public final String systemAccountNumber =
            "S-" + UUID.randomUUID().toString().substring(0, 8);
    public final String serialNumber = "SN" + UUID.randomUUID().toString().substring(0, 8);

    public final TicketReference ticket =
            new TicketReference("HD-%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L)));
    public final UserId specialist = UserId.random();
    public final UserId engineer = UserId.random();
    public final UserId secondEngineer = UserId.random();
    public final OrderId order = OrderId.random();
    public final ContractId contract = ContractId.random();
    public final InvoiceId invoice = InvoiceId.random();
    public final String invoiceNumber = "IN-" + invoice;

    public final DeviceId newDevice = DeviceId.random();
    public final DeviceGroupId group = DeviceGroupId.random();
    public final DeviceGroupId gone = DeviceGroupId.random();
    public final DeviceRequestId request = DeviceRequestId.random();
    public final String requestNumber = "DR-" + request;
    public final DeviceRequestId secondRequest = DeviceRequestId.random();
    public final String secondRequestNumber = "DR-" + secondRequest;
    public final MeterCorrectionId correction = MeterCorrectionId.random();
    public final String correctionNumber = "MC-" + correction;
    public final MeterCorrectionId secondCorrection = MeterCorrectionId.random();
    public final String secondCorrectionNumber = "MC-" + secondCorrection;
    public final ReadId corrected = ReadId.random();
    public final MeterInvestigationId investigation = MeterInvestigationId.random();
    public final String investigationNumber = "MI-" + investigation;

    private final Map<String, Long> sequences = new java.util.HashMap<>();

    /** Everything up to a first read, in the order in which it happened. */
    public List<Arrival> history() {
        var now = Instant.now();
        var all = new ArrayList<Arrival>();
        all.add(arrival(
                account.toString(),
                new AccountRegistered(account, "C" + systemAccountNumber, systemAccountNumber, "Acme", "NL", "NL")));
        all.add(arrival(manager.toString(), new UserCreated(manager, "m@acme.example", "Mia Manager", "nl")));
        all.add(arrival(
                manager.toString(),
                new RoleAssigned(
                        manager,
                        account,
                        CustomerRole.DEVICE_MANAGER,
                        PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER))));
        all.add(arrival(
                device.toString(),
                new DeviceRegistered(
                        device,
                        ModelId.random(),
                        "Brother",
                        "HL-L8260CDW",
                        serialNumber,
                        "EQ-1",
                        List.of(Counter.TOTAL, Counter.COLOUR),
                        List.of(TonerColour.BLACK, TonerColour.CYAN),
                        2000)));
        all.add(arrival(device.toString(), new DeviceAddedToAccount(device, account)));
        all.add(arrival(
                device.toString(),
                new DeviceLocationChanged(
                        device,
                        new Location("HQ", "Street 1", "1000", "Utrecht", "NL", null, ZoneId.of("Europe/Amsterdam")),
                        LocalDate.of(2026, 1, 1))));
        all.add(arrival(device + "/" + manager, new DeviceAssigned(device, account, manager)));
        all.add(arrival(
                device.toString(), new DeviceCommunicationReceived(device, new AgentId(UUID.randomUUID()), now)));
        all.add(arrival(
                device.toString(),
                new SupplyLevelsReported(
                        device,
                        List.of(
                                new SupplyLevel(
                                        1, SupplyKind.TONER, TonerColour.BLACK, "Black", LevelState.SOME_LEFT, null),
                                new SupplyLevel(2, SupplyKind.TONER, TonerColour.CYAN, "Cyan", LevelState.MEASURED, 1)),
                        now)));
        all.add(arrival(device.toString(), new TonerLow(device, TonerColour.CYAN, 1, now)));
        all.add(read(LocalDate.of(2026, 10, 1), 1000));
        return all;
    }

    /** The people of the vendor who have to do with it. */
    public List<Arrival> staff() {
        return List.of(
                arrival(specialist.toString(), new UserCreated(specialist, "s@platen.example", "Sam Specialist", "en")),
                arrival(
                        specialist.toString(),
                        new StaffRoleAssigned(specialist, StaffRole.CONTACT_CENTRE, Set.of("NL"))),
                arrival(engineer.toString(), new UserCreated(engineer, "e@platen.example", "Eva Engineer", "nl")),
                arrival(engineer.toString(), new StaffRoleAssigned(engineer, StaffRole.SERVICE_ENGINEER, Set.of("NL"))),
                arrival(
                        secondEngineer.toString(),
                        new UserCreated(secondEngineer, "f@platen.example", "Finn Engineer", "nl")),
                arrival(
                        secondEngineer.toString(),
                        new StaffRoleAssigned(secondEngineer, StaffRole.SERVICE_ENGINEER, Set.of("NL"))));
    }

    /** An incident from its opening to its end. */
    public List<Arrival> incident() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var all = new ArrayList<Arrival>();
        all.add(opened());
        all.add(ticket(new TicketTriageOverdue(ticket, now, now)));
        all.add(ticket(new TicketPrioritised(ticket, 1, true, false, now.plusSeconds(900), now)));
        all.add(moved(TicketState.NEW, TicketState.PRIORITISED));
        all.add(ticket(new TicketAssigned(ticket, specialist, now)));
        all.add(moved(TicketState.PRIORITISED, TicketState.ASSIGNED));
        all.add(comment(manager, false, "It smokes", false));
        all.add(comment(specialist, true, "He is never content", true));
        all.add(dispatched(engineer));
        all.add(moved(TicketState.ASSIGNED, TicketState.DISPATCHED));
        all.add(dispatched(secondEngineer));
        all.add(ticket(new EngineerEnRoute(ticket, secondEngineer, now)));
        all.add(ticket(new EngineerArrived(ticket, secondEngineer, now)));
        all.add(moved(TicketState.DISPATCHED, TicketState.IN_PROGRESS));
        all.add(ticket(new TicketResolved(ticket, "New fuser", now)));
        all.add(moved(TicketState.IN_PROGRESS, TicketState.RESOLVED));
        all.add(ticket(new TicketClosed(ticket, now)));
        all.add(moved(TicketState.RESOLVED, TicketState.CLOSED));
        return all;
    }

    public Arrival opened() {
        return ticket(new TicketOpened(
                ticket,
                account,
                "NL",
                TicketKind.INCIDENT,
                "Smoke",
                "Smoke comes out of it",
                "PRINTER",
                device,
                manager,
                TicketChannel.PORTAL,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                true));
    }

    public Arrival dispatched(UserId whom) {
        var from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        return ticket(new EngineerDispatched(ticket, whom, from, from.plus(Duration.ofHours(2))));
    }

    public Arrival comment(UserId author, boolean byStaff, String text, boolean internal) {
        return ticket(new TicketCommented(
                ticket,
                CommentId.random(),
                author,
                byStaff,
                text,
                internal,
                Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    public Arrival moved(TicketState from, TicketState to) {
        return ticket(new TicketStateChanged(ticket, from, to));
    }

    public Arrival ticket(PublishedEvent event) {
        return arrival(ticket.value(), event);
    }

    /** What becomes of a device: noted, down and up again, moved, covered, in a group, asked for elsewhere, replaced. */
    public List<Arrival> fleet() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = device.toString();
        return List.of(
                arrival(id, new DeviceNoteChanged(device, 1, "Third floor", "")),
                arrival(id, new DeviceNoteChanged(device, 1, "Fourth floor", "Third floor")),
                arrival(id, new DeviceNoteChanged(device, 2, "Cost centre 42", "")),
                arrival(id, new DeviceStateChanged(device, DeviceState.DOWN, now.minusSeconds(7200), ticket)),
                arrival(id, new DeviceStateChanged(device, DeviceState.WORKING, now.minusSeconds(3600), ticket)),
                arrival(id, new RemoteEligibilityChanged(device, true)),
                arrival(id, new DeviceReconnectionRequired(device, LocalDate.of(2026, 11, 1))),
                arrival(id, new DeviceCommunicationLost(device, now.minus(Duration.ofDays(8)))),
                arrival(
                        id,
                        new DeviceCoverageChanged(device, "CT-" + contract, LocalDate.of(2090, 12, 31), true, true)),
                arrival(group.toString(), new DeviceGroupCreated(group, account, "Third floor", Set.of())),
                arrival(group.toString(), new DeviceGroupChanged(group, account, "Fourth floor", Set.of(device))),
                arrival("group-" + gone, new DeviceGroupCreated(gone, account, "Nowhere", Set.of(device))),
                arrival("group-" + gone, new DeviceGroupDeleted(gone, account)),
                requested(request, requestNumber),
                arrival(
                        request.toString(),
                        new DeviceRequestApproved(request, requestNumber, account, device, "It is theirs")),
                requested(secondRequest, secondRequestNumber),
                arrival(
                        secondRequest.toString(),
                        new DeviceRequestRejected(secondRequest, secondRequestNumber, account, device, "It is not")),
                arrival(
                        newDevice.toString(),
                        new DeviceRegistered(
                                newDevice,
                                ModelId.random(),
                                "Brother",
                                "HL-L9430CDN",
                                "N" + serialNumber,
                                null,
                                List.of(Counter.TOTAL),
                                List.of(TonerColour.BLACK),
                                null)),
                arrival(newDevice.toString(), new DeviceAddedToAccount(newDevice, account)),
                arrival(newDevice + "/" + manager, new DeviceAssigned(newDevice, account, manager)),
                arrival(
                        id,
                        new DeviceReplaced(
                                device,
                                newDevice,
                                account,
                                LocalDate.of(2026, 11, 20),
                                Map.of(Counter.TOTAL, 5000L),
                                Map.of(Counter.TOTAL, 10L))));
    }

    /** Who reports of the device, how that goes, and what the device complains of. */
    public List<Arrival> reporting() {
        var agent = new AgentId(UUID.nameUUIDFromBytes(systemAccountNumber.getBytes(StandardCharsets.UTF_8)));
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return List.of(
                arrival(agent.toString(), new AgentRegistered(agent, account, "Basement")),
                arrival(
                        "health-" + agent,
                        new AgentHealthReported(agent, account, "0.1.0", AgentState.OK, now, 0, 0, 40, 2, now)),
                arrival(device.toString(), new DeviceAlertsReported(device, List.of("Paper jam"), now)));
    }

    public Arrival requested(DeviceRequestId id, String number) {
        return arrival(
                id.toString(),
                new DeviceRequested(id, number, account, device, serialNumber, manager, "Ours since May"));
    }

    /** What becomes of reads: scheduled, due, missed, reset, corrected, looked into. */
    public List<Arrival> meters() {
        var register = "register-" + device;
        var first = ReadId.random();
        return List.of(
                arrival(register, new MeterReadScheduled(device, LocalDate.of(2026, 10, 31))),
                due(LocalDate.of(2026, 10, 31)),
                arrival(
                        register,
                        new MeterReadMissed(device, LocalDate.of(2026, 10, 31), Map.of(Counter.TOTAL, 1100L), 1)),
                arrival(register, new MeterReadScheduled(device, LocalDate.of(2026, 11, 30))),
                due(LocalDate.of(2026, 11, 30)),
                arrival(
                        register,
                        new MeterReadSubmitted(
                                first,
                                device,
                                Map.of(Counter.TOTAL, 9000L, Counter.COLOUR, 300L),
                                LocalDate.of(2026, 11, 26),
                                ReadSource.PHONE,
                                true,
                                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                                null,
                                null,
                                "He phoned twice")),
                arrival(
                        register,
                        new MeterCounterReset(
                                device,
                                LocalDate.of(2026, 11, 27),
                                Map.of(Counter.TOTAL, 9001L),
                                Map.of(Counter.TOTAL, 1L),
                                "New board")),
                correctionRequested(correction, correctionNumber, first),
                arrival(
                        register,
                        new MeterReadCorrected(
                                device,
                                first,
                                corrected,
                                LocalDate.of(2026, 11, 26),
                                Map.of(Counter.TOTAL, 6000L, Counter.COLOUR, 300L),
                                Map.of(Counter.TOTAL, 6000L, Counter.COLOUR, 300L),
                                Map.of(Counter.TOTAL, 9000L, Counter.COLOUR, 300L),
                                correction,
                                correctionNumber,
                                "Two digits swapped")),
                correctionRequested(secondCorrection, secondCorrectionNumber, first),
                arrival(
                        register,
                        new MeterCorrectionRejected(
                                secondCorrection, secondCorrectionNumber, device, "Nothing is wrong")),
                arrival(
                        register,
                        new MeterInvestigationOpened(
                                investigation,
                                investigationNumber,
                                device,
                                InvestigationCause.CUSTOMER_REFUSED,
                                Map.of(Counter.TOTAL, 10_000L),
                                LocalDate.of(2026, 11, 26),
                                "He is sure")),
                arrival(
                        register,
                        new MeterInvestigationClosed(
                                investigation, investigationNumber, device, corrected, "He misread an 8")),
                arrival(register, new MeterReadScheduled(device, LocalDate.of(2026, 12, 31))),
                arrival(register, new MeterScheduleEnded(device)));
    }

    public Arrival due(LocalDate day) {
        return arrival("register-" + device, new MeterReadDue(device, day, day.minusDays(5), day.plusDays(5)));
    }

    public Arrival correctionRequested(MeterCorrectionId id, String number, ReadId read) {
        return arrival(
                "register-" + device,
                new MeterCorrectionRequested(
                        id,
                        number,
                        device,
                        account,
                        invoice,
                        invoiceNumber,
                        read,
                        LocalDate.of(2026, 11, 26),
                        Map.of(Counter.TOTAL, 6000L, Counter.COLOUR, 300L),
                        "Swapped"));
    }

    /** Low toner that ships, after one that did not. The parcel is told of apart from its order. */
    public List<Arrival> replenishment() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var enrolment = "auto-toner-" + device;
        return List.of(
                arrival(
                        enrolment,
                        new AutoTonerShipmentSkipped(device, account, TonerColour.CYAN, SkipReason.NOT_ENABLED)),
                arrival(enrolment, new AutoTonerStateChanged(device, account, AutoTonerState.ENABLED_ACTIVE)),
                placed(),
                arrival(order + "/parcel", new SupplyOrderShipped(order, "PostNL", "3S123", now)),
                arrival(order + "/parcel", new SupplyOrderDelivered(order, now)));
    }

    /** In the programme, with a label that was mended since. */
    public List<Arrival> enrolment() {
        var enrolment = "auto-toner-" + device;
        return List.of(
                arrival(
                        enrolment,
                        new AutoTonerEnabled(
                                device,
                                account,
                                new AutoTonerDetails("Mia", "Acme", "Street 1", "1000", "Utrecht", "NL"),
                                null)),
                arrival(enrolment, detailsChanged(account, "Reception, Mia")));
    }

    public AutoTonerDetailsChanged detailsChanged(AccountId of, String attention) {
        return new AutoTonerDetailsChanged(
                device,
                of,
                new AutoTonerDetails(attention, "Acme", "Dock 7", "1001", "Utrecht", "NL"),
                new AutoTonerContact("Mia", "Manager", "+31 30 123 45 67", "mia@acme.example"));
    }

    public Arrival enrolmentChanges(PublishedEvent event) {
        return arrival("auto-toner-" + device, event);
    }

    public Arrival placed() {
        return arrival(
                order.toString(),
                new AutoTonerOrderPlaced(
                        order,
                        "AT-" + order,
                        device,
                        account,
                        TonerColour.CYAN,
                        new ShippingLabel("Mia", "Acme", "Street 1", "1000", "Utrecht", "NL", serialNumber),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    public Arrival placedByHand(OrderId byHand, UserId by, String reason) {
        return arrival(
                byHand.toString(),
                new SupplyOrderPlaced(
                        byHand,
                        "SO-" + byHand,
                        device,
                        account,
                        TonerColour.BLACK,
                        new ShippingLabel("Mia", "Acme", "Street 1", "1000", "Utrecht", "NL", serialNumber),
                        by,
                        reason,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** A contract, what a read costs under it, and an invoice. */
    public List<Arrival> billing(ReadId read, LocalDate readOn) {
        var line = new UsageLine(
                device,
                Counter.TOTAL,
                readOn.minusDays(30),
                readOn,
                1000,
                1999,
                999,
                0,
                new Amount("EUR", "0.0125"),
                new Amount("EUR", "12.49"));
        return List.of(
                arrival(
                        contract.toString(),
                        new ContractActivated(
                                contract,
                                "CT-" + contract,
                                account,
                                Set.of(device),
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2090, 12, 31),
                                true,
                                true,
                                Map.of(Counter.TOTAL, new Amount("EUR", "0.0125")),
                                Map.of(Counter.TOTAL, 100L))),
                arrival(
                        contract + "/" + device,
                        new UsageRecorded(contract, account, device, read, readOn, List.of(line))),
                arrival(
                        invoice.toString(),
                        new UsageInvoiceIssued(
                                invoice,
                                invoiceNumber,
                                contract,
                                account,
                                readOn.minusDays(30),
                                readOn,
                                List.of(line),
                                new Amount("EUR", "12.49"),
                                readOn,
                                readOn.plusDays(30))));
    }

    public Arrival read(LocalDate day, long total) {
        return arrival(
                "register-" + device,
                new MeterReadSubmitted(
                        ReadId.random(),
                        device,
                        Map.of(Counter.TOTAL, total, Counter.COLOUR, total / 4),
                        day,
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        null));
    }

    public Arrival arrival(String aggregate, PublishedEvent event) {
        var sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        return new Arrival(
                event,
                new EventMetadata(
                        UUID.randomUUID().toString(),
                        aggregate,
                        sequence,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        account,
                        manager.toString(),
                        "test",
                        null));
    }
}
