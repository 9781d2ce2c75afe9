package io.platen.device.directory;

import io.platen.contracts.device.Location;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A device as it is found. */
public record KnownDevice(
        DeviceId deviceId,
        ModelId modelId,
        String manufacturer,
        String model,
        String serialNumber,
        @Nullable AccountId accountId,
        @Nullable Location location) {

    /** In which its calendar days are counted. */
    public ZoneId zone() {
        return location == null ? ZoneOffset.UTC : location.timeZone();
    }
}
