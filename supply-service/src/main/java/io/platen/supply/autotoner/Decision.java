package io.platen.supply.autotoner;

import io.platen.contracts.supply.AutoTonerState;
import java.util.List;

/** What the enrolment says to a request. */
public sealed interface Decision {

    /** @param shipments that follow; each is to be ordered in the same transaction */
    record Settled(AutoTonerState state, List<Shipment> shipments) implements Decision {}

    /** @param fields that are missing in the request */
    record Refused(EnrolmentRejection reason, List<String> fields) implements Decision {}
}
