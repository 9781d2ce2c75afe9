package io.platen.contracts.billing;

/** How often the devices of a contract are read. */
public enum MeterCycle {
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
