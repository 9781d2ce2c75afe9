package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the machine can be worked with, and since when; {@code ticket} is what changed it. */
public record DeviceStateChanged(
        DeviceId deviceId,
        DeviceState state,
        Instant since,
        @Nullable TicketReference ticket) implements DeviceEvent {}
