package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A machine exists; model and serial number are unique together. It repeats what consumers need of the model; its counters begin again at zero behind that many digits. */
public record DeviceRegistered(
        DeviceId deviceId,
        ModelId modelId,
        String manufacturer,
        String model,
        String serialNumber,
        @Nullable String equipmentNumber,
        List<Counter> counters,
        List<TonerColour> tonerColours,
        @Nullable Integer ratedMonthlyPages,
        @Nullable Integer counterDigits)
        implements DeviceEvent {

    /** Of a model that does not tell where its counters begin again. */
    public DeviceRegistered(
            DeviceId deviceId,
            ModelId modelId,
            String manufacturer,
            String model,
            String serialNumber,
            @Nullable String equipmentNumber,
            List<Counter> counters,
            List<TonerColour> tonerColours,
            @Nullable Integer ratedMonthlyPages) {
        this(
                deviceId,
                modelId,
                manufacturer,
                model,
                serialNumber,
                equipmentNumber,
                counters,
                tonerColours,
                ratedMonthlyPages,
                null);
    }
}
