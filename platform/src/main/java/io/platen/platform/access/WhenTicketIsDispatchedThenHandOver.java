package io.platen.platform.access;

import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device is handed over to the engineer who was sent to it, until the work is done. Each event tells one column. */
final class WhenTicketIsDispatchedThenHandOver implements InboxConsumer {

    private final JdbcClient jdbc;

    WhenTicketIsDispatchedThenHandOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "access-tickets";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TICKET);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        var sequence = received.metadata().sequence();
        switch (received.event()) {
            case TicketOpened event -> {
                var device = event.deviceId();
                if (device != null) {
                    open(event.reference(), device);
                }
            }
            case EngineerDispatched event -> dispatch(event.reference(), event.engineer(), sequence);
            case TicketResolved event -> done(event.reference(), sequence);
            case TicketClosed event -> done(event.reference(), sequence);
            case TicketStateChanged event -> {
                if (event.to() == TicketState.CANCELLED) {
                    done(event.reference(), sequence);
                }
            }
            default -> {}
        }
    }

    private void open(TicketReference reference, DeviceId device) {
        jdbc.sql("""
                        insert into access_ticket (reference, device_id) values (:reference, :device)
                        on conflict (reference) do update set device_id = excluded.device_id
                        """)
                .param("reference", reference.value())
                .param("device", device.value())
                .update();
    }

    private void dispatch(TicketReference reference, UserId engineer, long sequence) {
        jdbc.sql("""
                        insert into access_ticket as known (reference, engineer, engineer_sequence)
                        values (:reference, :engineer, :sequence)
                        on conflict (reference) do update
                        set engineer = excluded.engineer, engineer_sequence = excluded.engineer_sequence
                        where known.engineer_sequence <= excluded.engineer_sequence
                        """)
                .param("reference", reference.value())
                .param("engineer", engineer.value())
                .param("sequence", sequence)
                .update();
    }

    private void done(TicketReference reference, long sequence) {
        jdbc.sql("""
                        insert into access_ticket as known (reference, done_sequence) values (:reference, :sequence)
                        on conflict (reference) do update
                        set done_sequence = greatest(known.done_sequence, excluded.done_sequence)
                        """)
                .param("reference", reference.value())
                .param("sequence", sequence)
                .update();
    }
}
