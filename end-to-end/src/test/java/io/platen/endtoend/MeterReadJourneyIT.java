package io.platen.endtoend;

import io.platen.localstack.LocalStackBuilder;

/** The main job, with every service once. */
class MeterReadJourneyIT extends MeterReadJourney {
    @Override
    void arrange(LocalStackBuilder stack) {}
}
