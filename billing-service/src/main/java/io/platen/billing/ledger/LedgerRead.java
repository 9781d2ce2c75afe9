package io.platen.billing.ledger;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadSubmitted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the counters of a machine show on a day, as they are billed: going on over resets.
 *
 * @param replaces the read in whose place it is
 */
public record LedgerRead(
        ReadId readId,
        DeviceId deviceId,
        Map<Counter, Long> pages,
        LocalDate readOn,
        LedgerSource source,
        Instant recordedAt,
        @Nullable ReadId replaces) {

    public static LedgerRead of(MeterReadSubmitted read) {
        return new LedgerRead(
                read.readId(),
                read.deviceId(),
                read.billed(),
                read.readOn(),
                LedgerSource.of(read.source()),
                read.recordedAt(),
                read.replaces());
    }

    /** What is expected on the day on which no read came. */
    public static LedgerRead estimated(MeterReadMissed missed, Instant at) {
        return new LedgerRead(
                idOf("estimate", missed.deviceId(), missed.dueOn()),
                missed.deviceId(),
                missed.estimate(),
                missed.dueOn(),
                LedgerSource.ESTIMATE,
                at,
                null);
    }

    /** Where the old machine's meter ends. */
    static LedgerRead last(DeviceReplaced replaced, Map<Counter, Long> pages, Instant at) {
        return replacement("last", replaced.deviceId(), replaced.replacedOn(), pages, at);
    }

    /** Where the new machine's meter begins. */
    static LedgerRead first(DeviceReplaced replaced, Map<Counter, Long> pages, Instant at) {
        return replacement("first", replaced.newDeviceId(), replaced.replacedOn(), pages, at);
    }

    private static LedgerRead replacement(
            String place, DeviceId device, LocalDate day, Map<Counter, Long> pages, Instant at) {
        return new LedgerRead(idOf(place, device, day), device, pages, day, LedgerSource.REPLACEMENT, at, null);
    }

    public boolean isEstimate() {
        return source == LedgerSource.ESTIMATE;
    }

    /** Told again it is the same one. */
    private static ReadId idOf(String what, DeviceId device, LocalDate day) {
        var text = what + " " + device + " " + day;
        return new ReadId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
