package io.platen.billing.contract;

import java.time.LocalDate;

/** What a contract says to the day on which it shall end. */
public sealed interface EndDecision {

    record Ended(LocalDate endedOn) implements EndDecision {}

    record AlreadyEnded(LocalDate endedOn) implements EndDecision {}

    record OutsideContract(Period term) implements EndDecision {}

    /** Days after it are on an invoice. */
    record BilledLonger(LocalDate billedUntil) implements EndDecision {}
}
