package io.platen.contracts.ticket;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket exists. The region is the service region of its account; a ticket of kind INCIDENT with a device is a service request. {@code machineDown}: the machine cannot be worked with. */
public record TicketOpened(
        TicketReference reference,
        AccountId accountId,
        String region,
        TicketKind kind,
        String subject,
        String description,
        String ticketTopic,
        @Nullable DeviceId deviceId,
        UserId requester,
        TicketChannel channel,
        Instant openedAt,
        @Nullable Boolean machineDown)
        implements TicketEvent {

    /** The machine, if any, goes on working. */
    public TicketOpened(
            TicketReference reference,
            AccountId accountId,
            String region,
            TicketKind kind,
            String subject,
            String description,
            String ticketTopic,
            @Nullable DeviceId deviceId,
            UserId requester,
            TicketChannel channel,
            Instant openedAt) {
        this(
                reference,
                accountId,
                region,
                kind,
                subject,
                description,
                ticketTopic,
                deviceId,
                requester,
                channel,
                openedAt,
                null);
    }

    /** Whether the machine cannot be worked with; who did not say so can still print. */
    public boolean stopsWork() {
        return Boolean.TRUE.equals(machineDown);
    }
}
