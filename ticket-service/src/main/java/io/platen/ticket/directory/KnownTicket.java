package io.platen.ticket.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is found.
 *
 * @param region of its account when it was opened
 * @param requester for whom it was opened
 * @param specialist who looks after it
 * @param engineer who was sent
 */
public record KnownTicket(
        TicketReference reference,
        AccountId accountId,
        String region,
        @Nullable DeviceId deviceId,
        UserId requester,
        @Nullable UserId specialist,
        @Nullable UserId engineer) {}
