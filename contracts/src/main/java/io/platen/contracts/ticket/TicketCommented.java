package io.platen.contracts.ticket;

import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** Somebody wrote on the ticket. An internal note is for staff only. */
public record TicketCommented(
        TicketReference reference,
        CommentId commentId,
        UserId author,
        boolean byStaff,
        String text,
        boolean internal,
        Instant at)
        implements TicketEvent {}
