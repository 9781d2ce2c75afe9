package io.platen.platform.publish;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.platform.eventstore.MetadataKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns stored events into CloudEvents 1.0 in binary mode. The same event gives the same bytes and ids every time. */
public final class Publications {

    private final PublishedEventMapper mapper;
    private final JsonMapper json;

    public Publications(PublishedEventMapper mapper, JsonMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    /** @throws IllegalStateException for an event type that this version does not know: nothing may be skipped */
    public List<ProducerRecord<String, byte[]>> of(EventMessage<?> message) {
        var stored = stored(message);
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var published : mapper.publish(stored)) {
            var event = cloudEvent(stored, published, records.size());
            records.add(KafkaMessageFactory.createWriter(published.topic().topicName(), stored.aggregateId())
                    .writeBinary(event));
        }
        return records;
    }

    /** Whether anything at all is published of a stored event. */
    public boolean tells(EventMessage<?> message) {
        return !mapper.publish(stored(message)).isEmpty();
    }

    private CloudEvent cloudEvent(StoredEvent stored, PublishedEvent published, int index) {
        var account = mapper.account(stored, published);
        var builder = CloudEventBuilder.v1()
                .withId(idOf(stored, index))
                .withType(published.type())
                .withSource(URI.create("urn:platen:" + published.topic().lowerCase()))
                .withSubject(stored.aggregateId())
                .withTime(stored.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(json.writeValueAsBytes(published))
                .withExtension("sequence", Long.toString(stored.sequence()))
                .withExtension("actor", stored.actor())
                .withExtension("correlationid", stored.correlationId());
        if (account != null) {
            builder.withExtension("account", account.toString());
        }
        if (stored.causationId() != null) {
            builder.withExtension("causationid", stored.causationId());
        }
        return builder.build();
    }

    /** The stored event's own id, and ids derived from it for whatever else is told about the same event. */
    private static String idOf(StoredEvent stored, int index) {
        return index == 0
                ? stored.id()
                : UUID.nameUUIDFromBytes((stored.id() + "/" + index).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private static StoredEvent stored(EventMessage<?> message) {
        if (message.getPayload() instanceof UnknownSerializedType unknown) {
            throw new IllegalStateException("Event " + message.getIdentifier() + " is of the unknown type "
                    + unknown.serializedType().getName() + "; a newer version of this service must publish it");
        }
        var event = message instanceof DomainEventMessage<?> domainEvent ? domainEvent : null;
        var account = text(message, MetadataKeys.ACCOUNT);
        var actor = text(message, MetadataKeys.ACTOR);
        var correlation = text(message, MetadataKeys.CORRELATION);
        return new StoredEvent(
                message.getIdentifier(),
                event == null || event.getType() == null ? "" : event.getType(),
                event == null ? message.getIdentifier() : event.getAggregateIdentifier(),
                event == null ? 0 : event.getSequenceNumber(),
                message.getPayload(),
                message.getTimestamp(),
                account == null ? null : AccountId.of(account),
                actor == null ? EventMetadata.SYSTEM : actor,
                correlation == null ? message.getIdentifier() : correlation,
                text(message, MetadataKeys.CAUSATION));
    }

    private static @Nullable String text(EventMessage<?> message, String key) {
        var value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
