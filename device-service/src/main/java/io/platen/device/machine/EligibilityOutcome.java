package io.platen.device.machine;

/** Whether a device may be replenished automatically. */
public enum EligibilityOutcome {
    SET,
    MODEL_NOT_CAPABLE
}
