package io.platen.device.assignment;

/** What an attempt to assign came to. */
public enum AssignmentOutcome {
    ASSIGNED,
    ALREADY_ASSIGNED
}
