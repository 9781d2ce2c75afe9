package io.platen.device.machine;

/** Whether a machine was replaced. */
public enum ReplacementOutcome {
    REPLACED,
    BY_ITSELF,
    WITHOUT_ACCOUNT,
    /** Not all, or others than, the counters of the old machine's model. */
    FINAL_COUNTERS_DIFFER,
    /** Not all, or others than, the counters of the new machine's model. */
    FIRST_COUNTERS_DIFFER
}
