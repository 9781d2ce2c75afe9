package io.platen.gateway.read;

import io.platen.contracts.device.Counter;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.gateway.read.DeviceShapes.Note;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.ExpectedCounters;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.gateway.read.Shapes.Previous;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads that are due, corrected or looked into. */
public final class MeterShapes {

    private MeterShapes() {}

    public enum CorrectionState {
        OPEN,
        APPROVED,
        REJECTED
    }

    public enum InvestigationState {
        OPEN,
        CLOSED
    }

    /**
     * @param counters names of those that are asked
     * @param expected between which values a read of today raises no doubt
     */
    public record DueRead(
            UUID deviceId,
            String serialNumber,
            @Nullable String equipmentNumber,
            String model,
            UUID accountId,
            String accountName,
            @Nullable Location location,
            List<Note> notes,
            LocalDate dueOn,
            LocalDate opensOn,
            LocalDate closesOn,
            List<String> counters,
            @Nullable LastRead lastRead,
            @Nullable Previous previous,
            @Nullable ExpectedCounters expected) {}

    public record DueReadPage(List<DueRead> items, int page, int size, long total, Instant asOf, String position) {}

    /** What an approved correction put another read in the place of. */
    public record CorrectedRead(String number, LocalDate readOn, Counters previous) {}

    /** A counter that was replaced or set back. */
    public record CounterReset(
            LocalDate resetOn, Counters oldCounters, Counters newCounters, String reason, Actor actor, Instant at) {}

    /** Pages between two reads; what they cost is for those who see invoices. */
    public record LastUsageLine(
            Counter counter,
            LocalDate from,
            LocalDate until,
            long previous,
            long current,
            long pages,
            long included,
            boolean estimated) {}

    /** The usage lines of the last usage invoice on which the device stands; nothing where there is none. */
    public record LastUsage(
            @Nullable UUID invoiceId,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<LastUsageLine> lines,
            @Nullable String openCorrection) {}

    /** @param previous what the read shows that would be corrected */
    public record Correction(
            UUID correctionId,
            String number,
            CorrectionState state,
            UUID deviceId,
            String serialNumber,
            String model,
            UUID accountId,
            String accountName,
            UUID invoiceId,
            String invoiceNumber,
            @Nullable UUID readId,
            LocalDate readOn,
            Counters counters,
            @Nullable Counters previous,
            String comment,
            Actor requestedBy,
            Instant requestedAt,
            @Nullable Actor decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    public record CorrectionPage(
            List<Correction> items, int page, int size, long total, Instant asOf, String position) {}

    /**
     * @param openedBy nobody where the platform itself noticed
     * @param readId the read with which it ended
     */
    public record Investigation(
            UUID investigationId,
            String number,
            InvestigationState state,
            InvestigationCause cause,
            UUID deviceId,
            String serialNumber,
            String model,
            @Nullable UUID accountId,
            String accountName,
            @Nullable String systemAccountNumber,
            Counters counters,
            @Nullable LocalDate readOn,
            String comment,
            @Nullable LastRead lastRead,
            @Nullable Actor openedBy,
            Instant openedAt,
            @Nullable Actor closedBy,
            @Nullable Instant closedAt,
            @Nullable String explanation,
            @Nullable UUID readId) {}

    public record InvestigationPage(
            List<Investigation> items, int page, int size, long total, Instant asOf, String position) {}

    /** @param fresh whether a read is dated within the days asked for (MET-39) */
    public record ReadFreshness(boolean fresh, @Nullable LocalDate lastReadOn) {}
}
