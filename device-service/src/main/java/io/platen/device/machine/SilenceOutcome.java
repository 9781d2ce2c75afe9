package io.platen.device.machine;

import java.time.Instant;

/** Whether a device has been silent for too long. */
public sealed interface SilenceOutcome {

    /** It has, and that is told; or nobody listens to it. */
    record Silent() implements SilenceOutcome {}

    /** Not every communication is told to others; the device knows better. */
    record HeardSince(Instant at) implements SilenceOutcome {}
}
