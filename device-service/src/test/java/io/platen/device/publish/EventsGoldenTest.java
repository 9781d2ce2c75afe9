package io.platen.device.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.event.PublishedEvent;
import io.platen.device.agent.AgentEvent;
import io.platen.device.assignment.AssignmentEvent;
import io.platen.device.group.GroupEvent;
import io.platen.device.model.ModelEvent;
import io.platen.device.request.RequestEvent;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.publish.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored, and what is told about it, is frozen: a change needs a new revision and an upcaster. */
class EventsGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path STORED = Path.of("src/test/resources/events/stored");
    private static final Path PUBLISHED = Path.of("src/test/resources/events/published");
    private static final StoredEventTypes TYPES = StoredEventTypes.of(
            ModelEvent.class,
            io.platen.device.machine.DeviceEvent.class,
            AssignmentEvent.class,
            RequestEvent.class,
            GroupEvent.class,
            AgentEvent.class);

    private final StoredEventSerializer serializer = StoredEventSerializer.of(TYPES);

    static Stream<Object> samples() {
        return StoredSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theStoredJsonIsFrozenAndIsReadAgain(Object event) throws IOException {
        var stored = serializer.serialize(event, String.class);
        var golden = STORED.resolve(
                stored.getType().getName() + "." + stored.getType().getRevision() + ".json");

        var frozen = frozen(golden, stored.getData());

        assertThat(JSON.readTree(stored.getData())).isEqualTo(JSON.readTree(frozen));
        Object again = serializer.deserialize(new SimpleSerializedObject<>(frozen, String.class, stored.getType()));
        assertThat(again).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsToldIsFrozen(Object event) throws IOException {
        var published = published(event);
        assertThat(published).hasSize(1);
        var told = published.iterator().next();
        var json = JSON.writeValueAsString(told);

        assertThat(JSON.readTree(json))
                .isEqualTo(JSON.readTree(frozen(PUBLISHED.resolve(told.type() + ".json"), json)));
    }

    /** Machines registered before their model's digits were passed on. */
    @Test
    void aMachineStoredWithoutDigitsIsReadAndTold() throws IOException {
        var frozen =
                Files.readString(STORED.resolve("MachineRegistered.1.json")).replaceAll(",\\s*\"counterDigits\".*", "");
        assertThat(frozen).doesNotContain("counterDigits");

        Object again =
                serializer.deserialize(new SimpleSerializedObject<>(frozen, String.class, "MachineRegistered", "1"));

        assertThat(published(again))
                .first()
                .asInstanceOf(InstanceOfAssertFactories.type(DeviceRegistered.class))
                .satisfies(told -> assertThat(told.counterDigits()).isNull());
    }

    @Test
    void everyStoredEventHasASample() {
        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(new HashSet<>(TYPES.all()));
    }

    @Test
    void everyPublishedEventIsToldBySomething() {
        Set<Class<?>> told = samples()
                .flatMap(event -> published(event).stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(told).containsExactlyInAnyOrder(DeviceEvent.class.getPermittedSubclasses());
    }

    @Test
    void aCommunicationThatIsNoNewsIsNotTold() {
        var silent = samples()
                .filter(io.platen.device.machine.DeviceEvent.CommunicationReceived.class::isInstance)
                .map(io.platen.device.machine.DeviceEvent.CommunicationReceived.class::cast)
                .map(event -> new io.platen.device.machine.DeviceEvent.CommunicationReceived(
                        event.deviceId(), event.agentId(), event.sequence(), event.observedAt(), false))
                .findFirst()
                .orElseThrow();

        assertThat(published(silent)).isEmpty();
    }

    private static java.util.List<PublishedEvent> published(Object event) {
        return new DevicePublications()
                .publish(new StoredEvent(
                        "0193a3c0-0000-7000-8000-000000000001",
                        "Device",
                        "0193a3c0-0000-7000-8000-00000000000d",
                        0,
                        event,
                        Instant.parse("2026-11-22T10:00:01Z"),
                        null,
                        "system",
                        "request-1",
                        null));
    }

    private static String frozen(Path golden, String now) throws IOException {
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(
                    golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(now)) + "\n");
        }
        return Files.readString(golden);
    }
}
