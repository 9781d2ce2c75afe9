package io.platen.device.automation;

import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.device.directory.DeviceTickets;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.machine.DeviceCommand.ChangeState;
import io.platen.device.repair.Repair;
import io.platen.device.repair.Repair.Progress;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** A machine that is reported down is down until the last such ticket is over; an engineer at it has it in service (DEV-35). */
@Component
class WhenTicketsMoveThenSayWhetherItWorks implements InboxConsumer {

    private final DeviceTickets tickets;
    private final Devices devices;
    private final CommandGateway commands;

    WhenTicketsMoveThenSayWhetherItWorks(DeviceTickets tickets, Devices devices, CommandGateway commands) {
        this.tickets = tickets;
        this.devices = devices;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "device-state";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TICKET);
    }

    @Override
    public void on(Received received) {
        switch (received.event()) {
            case TicketOpened opened -> {
                tickets.opened(opened.reference(), opened.deviceId(), opened.stopsWork(), opened.openedAt());
                settle(opened.reference(), received);
            }
            case EngineerArrived arrived -> move(arrived.reference(), Progress.ENGINEER_THERE, arrived.at(), received);
            case TicketResolved resolved -> move(resolved.reference(), Progress.OVER, resolved.resolvedAt(), received);
            case TicketClosed closed -> move(closed.reference(), Progress.OVER, closed.closedAt(), received);
            case TicketStateChanged changed -> {
                // what else moves a ticket has an event of its own
                if (changed.to() == TicketState.CANCELLED) {
                    move(changed.reference(), Progress.OVER, received.metadata().occurredAt(), received);
                }
            }
            default -> {} // who works on it and what is written does not matter here
        }
    }

    private void move(TicketReference ticket, Progress progress, Instant at, Received received) {
        tickets.moved(ticket, progress, at, received.metadata().sequence());
        settle(ticket, received);
    }

    private void settle(TicketReference ticket, Received received) {
        tickets.deviceOf(ticket).ifPresent(device -> settle(device, ticket, received));
    }

    /** The lock makes one ticket wait for another of the same device, and then see it. */
    private void settle(DeviceId device, TicketReference ticket, Received received) {
        var known = devices.hold(device);
        if (known.isEmpty()) {
            return;
        }
        var state = Repair.stateOf(tickets.open(device));
        Causes.of(received.metadata(), commands)
                .send(
                        new ChangeState(device, state, tickets.changedAt(ticket), ticket),
                        known.map(KnownDevice::accountId).orElse(null));
    }
}
