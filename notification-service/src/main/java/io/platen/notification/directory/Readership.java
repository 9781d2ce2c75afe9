package io.platen.notification.directory;

import io.platen.notification.delivery.FailureReason;

/** Whether somebody may read a message now. */
public sealed interface Readership {

    record May(Reader reader) implements Readership {}

    /** Identity or device has not told enough yet; asked again later. */
    record NotYetKnown() implements Readership {}

    record MayNot(FailureReason reason) implements Readership {}
}
