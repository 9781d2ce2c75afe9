package io.platen.device.machine;

/** Whether a device came on an account. */
public enum AccountOutcome {
    /** It is there now, or was before. */
    THERE,
    ON_ANOTHER_ACCOUNT
}
