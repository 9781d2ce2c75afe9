package io.platen.platform.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;

/** What the tests of this package store. */
sealed interface Note {

    @Revision("1")
    record Written(String text) implements Note {}

    StoredEventTypes TYPES = StoredEventTypes.of(Note.class);

    static DomainEventMessage<Note> of(String aggregate, long sequence) {
        return at(Instant.now(), aggregate, sequence);
    }

    static DomainEventMessage<Note> at(Instant time, String aggregate, long sequence) {
        return new GenericDomainEventMessage<>(
                "Notebook",
                aggregate,
                sequence,
                new Written(aggregate + "/" + sequence),
                Map.of(),
                UUID.randomUUID().toString(),
                time);
    }

    static String nameOf(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier() + "/" + event.getSequenceNumber()
                : message.getIdentifier();
    }
}
