package io.platen.ticket.open;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;

/** Whose ticket it will be, and how it came. */
record Origin(AccountId accountId, String region, UserId requester, TicketChannel channel) {}
