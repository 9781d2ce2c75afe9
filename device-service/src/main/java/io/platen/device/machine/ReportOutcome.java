package io.platen.device.machine;

/** What became of an agent's report. */
public enum ReportOutcome {
    ACCEPTED,
    /** Its number, or a later one of the same agent, has been seen. */
    DUPLICATE
}
