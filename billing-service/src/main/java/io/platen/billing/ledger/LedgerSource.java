package io.platen.billing.ledger;

import io.platen.contracts.meter.ReadSource;

/**
 * Where a number in the ledger comes from. What an engineer read on site is worth more than what the machine told, and
 * that more than what others said, typed or on the phone; with what was agreed when a machine was replaced its meter ends
 * or begins. An estimate counts where there is nothing else.
 */
enum LedgerSource {
    ESTIMATE(1),
    CUSTOMER(2),
    PHONE(2),
    REMOTE(4),
    ENGINEER(5),
    REPLACEMENT(6);

    private final int rank;

    LedgerSource(int rank) {
        this.rank = rank;
    }

    /** Of the reads of a day, the highest counts. */
    int rank() {
        return rank;
    }

    static LedgerSource of(ReadSource source) {
        return switch (source) {
            case CUSTOMER -> CUSTOMER;
            case PHONE -> PHONE;
            case REMOTE -> REMOTE;
            case ENGINEER -> ENGINEER;
            case ESTIMATE -> ESTIMATE;
        };
    }
}
