package io.platen.contracts.supply;

/** Why a low toner led to no shipment. */
public enum SkipReason {
    ENABLED_INACTIVE,
    NOT_ENABLED,
    NOT_ELIGIBLE,
    IN_TRANSIT
}
