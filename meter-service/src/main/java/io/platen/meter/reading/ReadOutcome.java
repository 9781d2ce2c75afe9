package io.platen.meter.reading;

/** What became of a read that nobody waits for. */
public enum ReadOutcome {
    TAKEN,
    /** It is in the history, and grew farther than a machine is likely to print. */
    DOUBTED,
    REFUSED,
    /** Old, unchanged or unreadable. */
    PASSED_OVER
}
