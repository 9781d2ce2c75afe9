package io.platen.device.machine;

import io.platen.contracts.device.DeviceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine can be worked with (DEV-35).
 *
 * @param since absent until it changed for the first time
 */
record Condition(DeviceState state, @Nullable Instant since) {

    static final Condition WORKING = new Condition(DeviceState.WORKING, null);

    /** A state does not begin before the one it follows, in whatever order the tickets are told. */
    Instant notBefore(Instant moment) {
        return since != null && moment.isBefore(since) ? since : moment;
    }
}
