package io.platen.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Working, down, in service (DEV-35). */
class DeviceStateIT extends DeviceScene {

    @Test
    void aMachineIsDownUntilTheLastSuchTicketIsOver() {
        var first = ticket();
        var second = ticket();
        var streaks = ticket();
        var at = Instant.now().minusSeconds(3_600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

        handled("device-state", events.publish(opened(streaks, device, false, at), streaks, 0, account));
        assertThat(fleet.stored(device, "StateChanged")).isZero();
        events.publish(opened(first, device, true, at.plusSeconds(1)), first, 0, account);
        assertThat(state(DeviceState.DOWN))
                .isEqualTo(new DeviceStateChanged(device, DeviceState.DOWN, at.plusSeconds(1), first));
        handled("device-state", events.publish(opened(second, device, true, at.plusSeconds(2)), second, 0, account));
        events.publish(new EngineerArrived(first, UserId.random(), at.plusSeconds(3)), first, 5, account);
        assertThat(state(DeviceState.IN_SERVICE).since()).isEqualTo(at.plusSeconds(3));
        events.publish(new TicketResolved(first, "New fuser", at.plusSeconds(4)), first, 6, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 3);
        handled("device-state", events.publish(new TicketClosed(first, at.plusSeconds(5)), first, 7, account));
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(3);
        events.publish(
                new TicketStateChanged(second, TicketState.PRIORITISED, TicketState.CANCELLED), second, 4, account);
        assertThat(state(DeviceState.WORKING).ticket()).isEqualTo(second);
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(4);
    }

    @Test
    void ticketsMayBeToldInAnyOrderAndAgain() {
        var ticket = ticket();
        var at = Instant.now().minusSeconds(3_600);
        handled(
                "device-state",
                events.publish(new TicketResolved(ticket, "Done", at.plusSeconds(9)), ticket, 6, account));
        handled("device-state", events.publish(new EngineerArrived(ticket, UserId.random(), at), ticket, 5, account));
        handled("device-state", events.publish(opened(ticket, device, true, at), ticket, 0, account));
        assertThat(fleet.stored(device, "StateChanged")).isZero();

        var down = ticket();
        events.publish(opened(down, device, true, at), down, 0, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 1);
        events.publish(new TicketResolved(down, "Done", at.plusSeconds(9)), down, 6, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 2);
        handled("device-state", events.publish(opened(down, device, true, at), down, 0, account));
        handled("device-state", events.publish(new EngineerArrived(down, UserId.random(), at), down, 5, account));
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(2);
    }

    private static PublishedEvent opened(TicketReference ticket, DeviceId device, boolean machineDown, Instant at) {
        return new TicketOpened(
                ticket,
                AccountId.random(),
                "PT",
                TicketKind.INCIDENT,
                "It smokes",
                "It smokes",
                "MACHINE",
                device,
                UserId.random(),
                TicketChannel.PORTAL,
                at,
                machineDown);
    }

    private static TicketReference ticket() {
        return TicketReference.of(ThreadLocalRandom.current().nextLong(1_000_000, 9_999_999_999L));
    }

    private DeviceStateChanged state(DeviceState state) {
        return events.await(
                Topic.DEVICE,
                DeviceStateChanged.class,
                event -> event.deviceId().equals(device) && event.state() == state);
    }
}
