package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketAssigned;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketEvent;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.contracts.ticket.TicketTriageOverdue;
import org.springframework.stereotype.Component;

/** A ticket with its visit and its conversation. All events of a ticket come in order, and the opening first. */
@Component
class TicketProjection {

    private final Statements rows;

    TicketProjection(Statements rows) {
        this.rows = rows;
    }

    void on(TicketEvent event, EventMetadata metadata) {
        var now = at(metadata.occurredAt());
        switch (event) {
            case TicketOpened opened -> open(opened, metadata);
            case TicketPrioritised step ->
                rows.run(
                        "update view_ticket set priority = ?, answer_due = ?, updated_at = ? where reference = ?",
                        step.priority(),
                        at(step.answerDue()),
                        now,
                        step.reference().value());
            case TicketAssigned step ->
                rows.run(
                        "update view_ticket set specialist_id = ?, updated_at = ? where reference = ?",
                        step.specialist().value(),
                        now,
                        step.reference().value());
            case EngineerDispatched step ->
                rows.run(
                        """
                        update view_ticket set
                            former_engineer_id =
                                case when engineer_id <> ? then engineer_id else former_engineer_id end,
                            engineer_id = ?, visit_from = ?, visit_until = ?, en_route_at = null, arrived_at = null,
                            updated_at = ?
                        where reference = ?
                        """,
                        step.engineer().value(),
                        step.engineer().value(),
                        at(step.from()),
                        at(step.until()),
                        now,
                        step.reference().value());
            case EngineerEnRoute step ->
                rows.run(
                        "update view_ticket set en_route_at = ?, updated_at = ? where reference = ?",
                        at(step.at()),
                        now,
                        step.reference().value());
            case EngineerArrived step ->
                rows.run(
                        "update view_ticket set arrived_at = ?, updated_at = ? where reference = ?",
                        at(step.at()),
                        now,
                        step.reference().value());
            case TicketResolved step ->
                rows.run(
                        "update view_ticket set resolution = ?, resolved_at = ?, updated_at = ? where reference = ?",
                        step.resolution(),
                        at(step.resolvedAt()),
                        now,
                        step.reference().value());
            case TicketClosed step ->
                rows.run(
                        "update view_ticket set closed_at = ?, updated_at = ? where reference = ?",
                        at(step.closedAt()),
                        now,
                        step.reference().value());
            case TicketStateChanged step ->
                rows.run(
                        "update view_ticket set state = ?, updated_at = ? where reference = ?",
                        step.to().name(),
                        now,
                        step.reference().value());
            case TicketTriageOverdue step -> // for staff: for the customer nothing has changed
                rows.run(
                        "update view_ticket set triage_overdue_since = ? where reference = ?",
                        at(step.due()),
                        step.reference().value());
            case TicketCommented comment -> comment(comment, metadata);
        }
    }

    /** From the beginning: what a rebuild that was stopped half-way left of it is gone. */
    private void open(TicketOpened opened, EventMetadata metadata) {
        var device = opened.deviceId();
        rows.run(
                "delete from view_ticket where reference = ?",
                opened.reference().value());
        rows.run(
                """
                insert into view_ticket (reference, account_id, region, kind, subject, description, topic, device_id,
                    requester_id, channel, opened_at, state, updated_at, machine_down)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                opened.reference().value(),
                opened.accountId().value(),
                opened.region(),
                opened.kind().name(),
                opened.subject(),
                opened.description(),
                opened.ticketTopic(),
                device == null ? null : device.value(),
                opened.requester().value(),
                opened.channel().name(),
                at(opened.openedAt()),
                TicketState.NEW.name(),
                at(metadata.occurredAt()),
                opened.stopsWork());
    }

    /** That staff wrote to each other is not even told by the time of the last change. */
    private void comment(TicketCommented comment, EventMetadata metadata) {
        rows.run(
                """
                insert into view_ticket_comment (comment_id, ticket, sequence, author_id, by_staff, internal, text, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (comment_id) do nothing
                """,
                comment.commentId().value(),
                comment.reference().value(),
                metadata.sequence(),
                comment.author().value(),
                comment.byStaff(),
                comment.internal(),
                comment.text(),
                at(comment.at()));
        if (!comment.internal()) {
            rows.run(
                    "update view_ticket set updated_at = ? where reference = ?",
                    at(metadata.occurredAt()),
                    comment.reference().value());
        }
    }
}
