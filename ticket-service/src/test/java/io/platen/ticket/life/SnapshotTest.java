package io.platen.ticket.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import org.junit.jupiter.api.Test;

/** A ticket read from its snapshot is the ticket. */
class SnapshotTest {

    @Test
    void nothingIsLost() {
        var ticket = new Ticket();
        StoredSamples.all().forEach(ticket::on);
        var snapshots = StoredEventSerializer.ofFields(StoredEventTypes.of(TicketEvent.class));

        Ticket read = snapshots.deserialize(snapshots.serialize(ticket, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(ticket);
    }
}
