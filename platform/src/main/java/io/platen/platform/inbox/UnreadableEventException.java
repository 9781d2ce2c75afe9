package io.platen.platform.inbox;

import org.jspecify.annotations.Nullable;

/** A record that no repetition makes readable. */
public final class UnreadableEventException extends RuntimeException {

    UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
