package io.platen.platform.inbox;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.EventTypes;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads CloudEvents 1.0 in binary mode. Fields that a newer version added are passed over. */
public final class ReceivedEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReceivedEvents() {}

    /** @throws UnreadableEventException for what is no event, or of a type or version that this build does not know */
    static Class<? extends PublishedEvent> typeOf(ConsumerRecord<String, byte[]> record) {
        if (!"1.0".equals(attribute(record, "specversion"))) {
            throw new UnreadableEventException("The record is no CloudEvent of version 1.0", null);
        }
        var name = required(record, "type");
        return EventTypes.classOf(name)
                .orElseThrow(() -> new UnreadableEventException("Unknown event type " + name, null));
    }

    /** @throws UnreadableEventException for what is no event, or of a type or version that this build does not know */
    public static Received read(ConsumerRecord<String, byte[]> record) {
        var type = typeOf(record);
        if (record.value() == null) {
            throw new UnreadableEventException("The event has no data", null);
        }
        try {
            return new Received(JSON.readValue(record.value(), type), metadata(record));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException("The event cannot be read: " + e.getMessage(), e);
        }
    }

    private static EventMetadata metadata(ConsumerRecord<String, byte[]> record) {
        var id = required(record, "id");
        var account = attribute(record, "account");
        var actor = attribute(record, "actor");
        var correlation = attribute(record, "correlationid");
        return new EventMetadata(
                id,
                required(record, "subject"),
                Long.parseLong(required(record, "sequence")),
                OffsetDateTime.parse(required(record, "time")).toInstant(),
                account == null ? null : AccountId.of(account),
                actor == null ? EventMetadata.SYSTEM : actor,
                correlation == null ? id : correlation,
                attribute(record, "causationid"));
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        var value = attribute(record, name);
        if (value == null) {
            throw new UnreadableEventException("The event lacks the attribute " + name, null);
        }
        return value;
    }

    private static @Nullable String attribute(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader("ce_" + name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
