package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.device.Counter;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads with their corrections and resets, when the next one is due, and what is looked into. */
@Component
class MeterProjection {

    private final Statements rows;

    MeterProjection(Statements rows) {
        this.rows = rows;
    }

    void on(MeterEvent event, EventMetadata metadata) {
        switch (event) {
            case MeterReadRejected rejected -> {
                // Stands in the timeline; the history has accepted reads only.
            }
            case MeterReadSubmitted read -> submit(read, metadata);
            case MeterReadCorrected corrected -> correct(corrected, metadata);
            case MeterCounterReset reset -> reset(reset, metadata);
            case MeterReadScheduled scheduled -> schedule(scheduled.deviceId().value(), scheduled.dueOn());
            case MeterReadDue due ->
                rows.run("""
                        insert into view_device (device_id, due_on, opens_on, closes_on, next_due_on) values (?, ?, ?, ?, ?)
                        on conflict (device_id) do update set due_on = excluded.due_on, opens_on = excluded.opens_on,
                            closes_on = excluded.closes_on, next_due_on = excluded.next_due_on
                        """, due.deviceId().value(), due.dueOn(), due.opensOn(), due.closesOn(), due.dueOn());
            case MeterReadMissed missed ->
                rows.run(
                        "update view_device set due_on = null, opens_on = null, closes_on = null where device_id = ?"
                                + " and due_on = ?",
                        missed.deviceId().value(),
                        missed.dueOn());
            case MeterScheduleEnded ended -> schedule(ended.deviceId().value(), null);
            case MeterUploadCompleted told -> {} // the uploads themselves are meter-service's
            case MeterUploadRejected told -> {}
            case MeterCorrectionRequested requested -> request(requested, metadata);
            case MeterCorrectionRejected rejected ->
                decide(
                        rejected.correctionId().value(),
                        rejected.number(),
                        rejected.deviceId().value(),
                        "REJECTED",
                        rejected.reason(),
                        null,
                        metadata);
            case MeterInvestigationOpened opened -> open(opened, metadata);
            case MeterInvestigationClosed closed -> close(closed, metadata);
        }
    }

    private void submit(MeterReadSubmitted read, EventMetadata metadata) {
        var billed = read.billed();
        rows.run(
                """
                insert into view_read (read_id, device_id, read_on, sequence, total, black_white, colour, source, actor,
                    confirmed, recorded_at, billed_total, billed_black_white, billed_colour, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (read_id) do nothing
                """,
                read.readId().value(),
                read.deviceId().value(),
                read.readOn(),
                metadata.sequence(),
                read.counters().get(Counter.TOTAL),
                read.counters().get(Counter.BLACK_WHITE),
                read.counters().get(Counter.COLOUR),
                read.source().name(),
                metadata.actor(),
                read.confirmed(),
                at(read.recordedAt()),
                billed.get(Counter.TOTAL),
                billed.get(Counter.BLACK_WHITE),
                billed.get(Counter.COLOUR),
                read.reason());
        var replaced = read.replaces();
        if (replaced != null) {
            rows.run("update view_read set superseded = true where read_id = ?", replaced.value());
        }
        // MET-08: nobody is asked again for what he has just read.
        rows.run(
                "update view_device set due_on = null, opens_on = null, closes_on = null where device_id = ?"
                        + " and opens_on <= ?",
                read.deviceId().value(),
                read.readOn());
    }

    /** The old read stays and can be seen; it keeps who read it and how, which the new one takes over. */
    private void correct(MeterReadCorrected corrected, EventMetadata metadata) {
        rows.run(
                """
                insert into view_read (read_id, device_id, read_on, sequence, total, black_white, colour, source, actor,
                    confirmed, recorded_at, billed_total, billed_black_white, billed_colour, reason, correction, corrects)
                select ?, ?, ?, ?, ?, ?, ?, coalesce((select source from view_read where read_id = ?), 'PHONE'), ?, true, ?,
                    ?, ?, ?, ?, ?, ?
                on conflict (read_id) do nothing
                """,
                corrected.newReadId().value(),
                corrected.deviceId().value(),
                corrected.readOn(),
                metadata.sequence(),
                corrected.counters().get(Counter.TOTAL),
                corrected.counters().get(Counter.BLACK_WHITE),
                corrected.counters().get(Counter.COLOUR),
                corrected.readId().value(),
                metadata.actor(),
                at(metadata.occurredAt()),
                corrected.billingMeter().get(Counter.TOTAL),
                corrected.billingMeter().get(Counter.BLACK_WHITE),
                corrected.billingMeter().get(Counter.COLOUR),
                corrected.reason(),
                corrected.number(),
                corrected.readId().value());
        rows.run(
                "update view_read set superseded = true, corrected_by = ? where read_id = ?",
                corrected.number(),
                corrected.readId().value());
        decide(
                corrected.correctionId().value(),
                corrected.number(),
                corrected.deviceId().value(),
                "APPROVED",
                corrected.reason(),
                corrected.newReadId().value(),
                metadata);
    }

    private void reset(MeterCounterReset reset, EventMetadata metadata) {
        rows.run(
                """
                insert into view_counter_reset (event_id, device_id, reset_on, sequence, old_total, old_black_white,
                    old_colour, new_total, new_black_white, new_colour, reason, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (event_id) do nothing
                """,
                metadata.eventId(),
                reset.deviceId().value(),
                reset.resetOn(),
                metadata.sequence(),
                reset.oldCounters().get(Counter.TOTAL),
                reset.oldCounters().get(Counter.BLACK_WHITE),
                reset.oldCounters().get(Counter.COLOUR),
                reset.newCounters().get(Counter.TOTAL),
                reset.newCounters().get(Counter.BLACK_WHITE),
                reset.newCounters().get(Counter.COLOUR),
                reset.reason(),
                metadata.actor(),
                at(metadata.occurredAt()));
    }

    private void schedule(UUID device, @Nullable LocalDate next) {
        rows.run("""
                insert into view_device (device_id, next_due_on) values (?, ?)
                on conflict (device_id) do update set due_on = null, opens_on = null, closes_on = null,
                    next_due_on = excluded.next_due_on
                """, device, next);
    }

    private void request(MeterCorrectionRequested requested, EventMetadata metadata) {
        var read = requested.readId();
        rows.run(
                """
                insert into view_correction (correction_id, number, device_id, account_id, invoice_id, invoice_number,
                    read_id, read_on, total, black_white, colour, comment, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (correction_id) do update set account_id = excluded.account_id,
                    invoice_id = excluded.invoice_id, invoice_number = excluded.invoice_number,
                    read_id = coalesce(excluded.read_id, view_correction.read_id), read_on = excluded.read_on,
                    total = excluded.total, black_white = excluded.black_white, colour = excluded.colour,
                    comment = excluded.comment, requested_by = excluded.requested_by,
                    requested_at = excluded.requested_at
                """,
                requested.correctionId().value(),
                requested.number(),
                requested.deviceId().value(),
                requested.accountId().value(),
                requested.invoiceId().value(),
                requested.invoiceNumber(),
                read == null ? null : read.value(),
                requested.readOn(),
                requested.counters().get(Counter.TOTAL),
                requested.counters().get(Counter.BLACK_WHITE),
                requested.counters().get(Counter.COLOUR),
                requested.comment(),
                metadata.actor(),
                at(metadata.occurredAt()));
    }

    private void decide(
            UUID correction,
            String number,
            UUID device,
            String state,
            String reason,
            @Nullable UUID newRead,
            EventMetadata metadata) {
        rows.run("""
                insert into view_correction (correction_id, number, device_id, state, reason, new_read_id, decided_by,
                    decided_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (correction_id) do update set state = excluded.state, reason = excluded.reason,
                    new_read_id = excluded.new_read_id, decided_by = excluded.decided_by,
                    decided_at = excluded.decided_at
                """, correction, number, device, state, reason, newRead, metadata.actor(), at(metadata.occurredAt()));
    }

    private void open(MeterInvestigationOpened opened, EventMetadata metadata) {
        var account = metadata.account();
        rows.run(
                """
                insert into view_investigation (investigation_id, number, device_id, account_id, cause, total, black_white,
                    colour, read_on, comment, opened_by, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (investigation_id) do update set account_id = excluded.account_id, cause = excluded.cause,
                    total = excluded.total, black_white = excluded.black_white, colour = excluded.colour,
                    read_on = excluded.read_on, comment = excluded.comment, opened_by = excluded.opened_by,
                    opened_at = excluded.opened_at
                """,
                opened.investigationId().value(),
                opened.number(),
                opened.deviceId().value(),
                account == null ? null : account.value(),
                opened.cause().name(),
                opened.counters().get(Counter.TOTAL),
                opened.counters().get(Counter.BLACK_WHITE),
                opened.counters().get(Counter.COLOUR),
                opened.readOn(),
                opened.comment(),
                metadata.actor(),
                at(metadata.occurredAt()));
    }

    private void close(MeterInvestigationClosed closed, EventMetadata metadata) {
        var read = closed.readId();
        rows.run(
                """
                insert into view_investigation (investigation_id, number, device_id, state, closed_by, closed_at,
                    explanation, read_id) values (?, ?, ?, 'CLOSED', ?, ?, ?, ?)
                on conflict (investigation_id) do update set state = excluded.state, closed_by = excluded.closed_by,
                    closed_at = excluded.closed_at, explanation = excluded.explanation, read_id = excluded.read_id
                """,
                closed.investigationId().value(),
                closed.number(),
                closed.deviceId().value(),
                metadata.actor(),
                at(metadata.occurredAt()),
                closed.explanation(),
                read == null ? null : read.value());
    }
}
