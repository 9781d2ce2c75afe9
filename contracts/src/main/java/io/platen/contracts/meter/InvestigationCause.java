package io.platen.contracts.meter;

/** Why reads are looked into (MET-31, BEY-11). */
public enum InvestigationCause {
    /** The customer kept the rules and was refused all the same. */
    CUSTOMER_REFUSED,
    /** Two reads in a row were missed and estimated. */
    ESTIMATED_TWICE,
    /** One read ends a line of two invoices. */
    BILLED_TWICE,
    /** A machine's own counter jumped, forward or back, farther than it can have printed. */
    IMPLAUSIBLE_JUMP
}
