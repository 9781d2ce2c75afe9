package io.platen.device.request;

/** What became of a decision. */
public enum DecisionOutcome {
    DECIDED,
    /** By somebody before, whichever way. */
    ALREADY_DECIDED
}
