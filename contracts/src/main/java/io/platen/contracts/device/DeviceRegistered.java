package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A machine exists; model and serial number are unique together. It repeats what consumers need of the model. */
public record DeviceRegistered(
        DeviceId deviceId,
        ModelId modelId,
        String manufacturer,
        String model,
        String serialNumber,
        @Nullable String equipmentNumber,
        List<Counter> counters,
        List<TonerColour> tonerColours,
        @Nullable Integer ratedMonthlyPages)
        implements DeviceEvent {}
