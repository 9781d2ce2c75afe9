package io.platen.meter.upload;

/** How far a row is. */
enum RowState {
    PENDING,
    CAPTURED,
    WARNING,
    ERROR
}
