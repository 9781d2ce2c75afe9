package io.platen.gateway.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.gateway.read.Shapes.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets as customer, desk, planner and engineer see them. */
public final class TicketShapes {

    private TicketShapes() {}

    /**
     * @param answerDue until when the customer has an answer
     * @param triageOverdueSince for people of the vendor: nobody had given a priority in time
     * @param machineDown whether the device cannot be used, as who opened the ticket said
     * @param location where the device stands, as long as it is on the ticket's account
     */
    public record TicketRow(
            String reference,
            TicketKind kind,
            String subject,
            String topic,
            TicketState state,
            @Nullable Integer priority,
            @Nullable Instant answerDue,
            @Nullable Instant triageOverdueSince,
            Instant openedAt,
            @Nullable UUID deviceId,
            @Nullable String serialNumber,
            @Nullable String model,
            boolean machineDown,
            UUID accountId,
            String accountName,
            String systemAccountNumber,
            String region,
            String requesterName,
            @Nullable String specialistName,
            @Nullable String engineerName,
            @Nullable Instant visitFrom,
            @Nullable Instant visitUntil,
            @Nullable Location location,
            @Nullable String resolution,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            Instant updatedAt) {}

    public record TicketPage(List<TicketRow> items, int page, int size, long total, Instant asOf, String position) {}

    public record Comment(
            UUID commentId, String authorName, boolean byStaff, boolean internal, String text, Instant at) {}

    /** @param allowed what the reader may do next */
    public record Ticket(
            @JsonUnwrapped TicketRow row,
            String description,
            List<Comment> comments,
            List<TimelineEntry> timeline,
            List<TicketAction> allowed) {}

    public record Visit(
            String reference,
            String subject,
            Instant from,
            Instant until,
            TicketState state,
            @Nullable String city,
            @Nullable Integer priority) {}

    public record BoardEngineer(UUID userId, String name, List<String> regions, List<Visit> visits) {}

    /** @param unplanned incidents that nobody was sent to, the most urgent first */
    public record Board(List<BoardEngineer> engineers, List<TicketRow> unplanned, Instant from, Instant until) {}

    public record WorklistVisit(
            @JsonUnwrapped TicketRow row,
            @Nullable String contactName,
            String description,
            List<LastRead> lastReads,
            List<Comment> comments) {}

    /** @param regions none means all */
    public record StaffPerson(UUID userId, String name, List<String> regions) {}
}
