package io.platen.endtoend;

import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.apps.Service;

/** The main job again, with two copies of each service that carries it: requests and streams fall on either. */
class SideBySideJourneyIT extends MeterReadJourney {
    @Override
    void arrange(LocalStackBuilder stack) {
        stack.instances(Service.DEVICE, 2);
        stack.instances(Service.METER, 2);
        stack.instances(Service.GATEWAY, 2);
    }
}
