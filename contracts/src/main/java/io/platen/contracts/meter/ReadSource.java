package io.platen.contracts.meter;

/** Where a meter read comes from. */
public enum ReadSource {
    CUSTOMER,
    PHONE,
    REMOTE,
    ENGINEER,
    ESTIMATE
}
