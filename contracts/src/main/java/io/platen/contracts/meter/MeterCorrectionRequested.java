package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody asks to correct the read behind a line of the last usage invoice. */
public record MeterCorrectionRequested(
        MeterCorrectionId correctionId,
        String number,
        DeviceId deviceId,
        AccountId accountId,
        InvoiceId invoiceId,
        String invoiceNumber,
        @Nullable ReadId readId,
        LocalDate readOn,
        Map<Counter, Long> counters,
        String comment)
        implements MeterEvent {}
