package io.platen.device.machine;

/** What became of a note. */
public enum NoteOutcome {
    /** It says this now, or did so before. */
    WRITTEN,
    TOO_LONG
}
