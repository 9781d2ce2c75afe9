package io.platen.contracts.supply;

/** Exactly one for each device (D-18); only ENABLED_ACTIVE ships. */
public enum AutoTonerState {
    ENABLED_ACTIVE,
    ENABLED_INACTIVE,
    NOT_ENABLED,
    NOT_ELIGIBLE
}
