package io.platen.meter.directory;

import io.platen.contracts.id.DeviceId;
import io.platen.meter.reading.LedgerRead;
import io.platen.meter.reading.MeterEvent;
import io.platen.meter.reading.ReadLedger;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The reads of a device as its register's events tell them; corrections are rare enough to read them all. */
@Component
class StoredReads implements ReadLedger {

    private final EventStore events;

    StoredReads(EventStore events) {
        this.events = events;
    }

    @Override
    public List<LedgerRead> of(DeviceId device) {
        return ReadLedger.of(events.readEvents(device.toString(), 0)
                .asStream()
                .map(event -> (Object) event.getPayload())
                .flatMap(event -> event instanceof MeterEvent told ? Stream.of(told) : Stream.<MeterEvent>empty()));
    }
}
