package io.platen.meter.sheet;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of what is stored is frozen: a change is a new revision, an upcaster and a decision record. */
class StoredUploadsGoldenTest {

    private static final StoredEventTypes TYPES = StoredEventTypes.of(UploadEvent.class);
    private static final StoredEventSerializer STORED = StoredEventSerializer.of(TYPES);
    private static final Path GOLDEN = Path.of("src/test/resources/stored");

    static Stream<UploadEvent> events() {
        return Stream.of(MeterUploadTest.STARTED, MeterUploadTest.COMPLETED, MeterUploadTest.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theJsonIsFrozen(UploadEvent event) throws IOException {
        var stored = STORED.serialize(event, byte[].class);
        var type = stored.getType();
        var json = new String(stored.getData(), StandardCharsets.UTF_8);
        var golden = GOLDEN.resolve(type.getName() + "." + type.getRevision() + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, json + "\n");
        }
        var mapper = JsonMapper.builder().build();
        var frozen = Files.readString(golden);

        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(frozen));
        Object read = STORED.deserialize(
                new SimpleSerializedObject<>(frozen.getBytes(StandardCharsets.UTF_8), byte[].class, type));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void everyStoredEventIsFrozen() {
        assertThat(events().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .containsExactlyInAnyOrderElementsOf(TYPES.all());
    }
}
