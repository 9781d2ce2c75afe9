package io.platen.contracts.device;

/** What a device counts, in pages. */
public enum Counter {
    TOTAL,
    BLACK_WHITE,
    COLOUR
}
