package io.platen.meter.upload;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.meter.template.MeterColumn;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that somebody filled in.
 *
 * @param number as the spreadsheet shows it
 * @param readOn today where null
 * @param dateMakesSense whether the cell of the date holds one, or nothing
 * @param counters by name; null where the cell holds no whole number
 * @param entered the white cells as they were filled in
 */
record UploadedRow(
        int number,
        DeviceId device,
        String serialNumber,
        @Nullable LocalDate readOn,
        boolean dateMakesSense,
        Map<String, @Nullable Long> counters,
        Map<MeterColumn, String> entered) {}
