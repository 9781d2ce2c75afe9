package io.platen.supply.autotoner;

import java.time.Instant;

/**
 * A colour is low until its cartridge is replaced.
 *
 * @param since the first report of it
 * @param lastAt the latest report of it
 * @param served whether a shipment was decided for it
 * @param skipTold whether it was told that nothing ships; that is told once
 */
record LowMark(Instant since, Instant lastAt, boolean served, boolean skipTold) {

    static LowMark at(Instant observedAt) {
        return new LowMark(observedAt, observedAt, false, false);
    }

    LowMark again(Instant observedAt) {
        return new LowMark(since, observedAt, served, skipTold);
    }

    LowMark afterShipment() {
        return new LowMark(since, lastAt, true, skipTold);
    }

    LowMark afterSkip() {
        return new LowMark(since, lastAt, served, true);
    }
}
