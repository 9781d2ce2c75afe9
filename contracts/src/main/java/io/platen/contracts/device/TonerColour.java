package io.platen.contracts.device;

/** The colour of a toner or ink. */
public enum TonerColour {
    BLACK,
    CYAN,
    MAGENTA,
    YELLOW
}
