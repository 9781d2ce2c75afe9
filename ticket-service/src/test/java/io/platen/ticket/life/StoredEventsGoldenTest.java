package io.platen.ticket.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of what is stored is frozen: a change is a new revision, an upcaster and a decision record. */
class StoredEventsGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final StoredEventTypes TYPES = StoredEventTypes.of(TicketEvent.class);
    private static final StoredEventSerializer STORED = StoredEventSerializer.of(TYPES);
    private static final Path GOLDEN = Path.of("src/test/resources/events/stored");

    static Stream<TicketEvent> events() {
        return StoredSamples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theJsonIsFrozen(TicketEvent event) throws IOException {
        var stored = STORED.serialize(event, byte[].class);
        var type = stored.getType();
        var json = JSON.readTree(new String(stored.getData(), StandardCharsets.UTF_8));
        var golden = GOLDEN.resolve(type.getName() + "." + type.getRevision() + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, json.toPrettyString() + "\n");
        }
        var frozen = Files.readString(golden);

        assertThat(json).isEqualTo(JSON.readTree(frozen));
        Object read = STORED.deserialize(
                new SimpleSerializedObject<>(frozen.getBytes(StandardCharsets.UTF_8), byte[].class, type));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void anOlderTicketDoesNotSayWhetherItsMachineIsDown() throws IOException {
        var frozen = Files.readString(GOLDEN.resolve("TicketOpened.1.json"));
        var older = frozen.replaceFirst(",\\s*\"machineDown\" : true", "");
        assertThat(older).isNotEqualTo(frozen);

        TicketEvent.TicketOpened read = STORED.deserialize(new SimpleSerializedObject<>(
                older.getBytes(StandardCharsets.UTF_8), byte[].class, new SimpleSerializedType("TicketOpened", "1")));

        assertThat(read.machineDown()).isNull();
        assertThat(read.subject()).isEqualTo("Lines on every page");
    }

    @Test
    void everyStoredEventIsFrozen() {
        assertThat(events().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .containsExactlyInAnyOrderElementsOf(TYPES.all());
    }
}
