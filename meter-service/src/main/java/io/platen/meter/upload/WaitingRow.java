package io.platen.meter.upload;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is not decided yet; the token is there where somebody confirmed it. */
record WaitingRow(
        int number,
        DeviceId device,
        @Nullable AccountId account,
        ReadId readId,
        @Nullable LocalDate readOn,
        Map<String, @Nullable Long> counters,
        @Nullable String token) {

    SubmitRead command() {
        return new SubmitRead(device, readId, counters, readOn, token);
    }
}
