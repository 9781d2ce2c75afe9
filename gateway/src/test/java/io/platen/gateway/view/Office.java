package io.platen.gateway.view;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
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
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SkipReason;
import io.platen.contracts.supply.SupplyOrderDelivered;
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
                Instant.now().truncatedTo(ChronoUnit.MILLIS)));
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
