package io.platen.contracts.device;

import io.platen.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of machine: what it counts and which toners it takes. */
public record ModelRegistered(
        ModelId modelId,
        String manufacturer,
        String name,
        List<Counter> counters,
        List<TonerColour> tonerColours,
        boolean autoTonerCapable,
        @Nullable Integer ratedMonthlyPages)
        implements DeviceEvent {}
