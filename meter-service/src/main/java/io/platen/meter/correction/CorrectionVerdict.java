package io.platen.meter.correction;

/** What a correction says to a decision. */
public sealed interface CorrectionVerdict {

    /** @param request what was asked for */
    record Decided(CorrectionEvent.CorrectionRequested request) implements CorrectionVerdict {}

    record AlreadyDecided() implements CorrectionVerdict {}
}
