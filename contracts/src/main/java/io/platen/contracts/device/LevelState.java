package io.platen.contracts.device;

/** How much a printer says of a level (RFC 3805); only MEASURED comes with a figure. */
public enum LevelState {
    MEASURED,
    SOME_LEFT,
    UNKNOWN,
    UNRESTRICTED
}
