package io.platen.contracts.device;

/** What a supply of a printer is. */
public enum SupplyKind {
    TONER,
    INK,
    DRUM,
    WASTE,
    FUSER,
    TRANSFER,
    STAPLES,
    OTHER
}
