package io.platen.endtoend;

import io.platen.localstack.LocalStackBuilder;

/** The flows, with every service once. */
class FlowsJourneyIT extends FlowsJourney {
    @Override
    void arrange(LocalStackBuilder stack) {}
}
