package io.platen.notification.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.contracts.notification.NotificationEvent;
import io.platen.contracts.notification.NotificationFailed;
import io.platen.notification.delivery.DeliveryEvent;
import io.platen.notification.delivery.DeliveryEvent.MessageFailed;
import io.platen.notification.delivery.DeliveryEvent.MessageSent;
import io.platen.notification.delivery.FailureReason;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.publish.StoredEvent;
import io.platen.platform.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored, and what is told about it, is frozen: a change needs a new revision and an upcaster. */
class EventsGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path STORED = Path.of("src/test/resources/events/stored");
    private static final StoredEventTypes TYPES = StoredEventTypes.of(DeliveryEvent.class);
    private static final NotificationId ID = NotificationId.of("0193a3c0-0000-7000-8000-00000000000f");
    private static final UserId USER = UserId.of("0193a3c0-0000-7000-8000-00000000000b");
    private static final String SOURCE = "0193a3c0-0000-7000-8000-000000000001";

    private final StoredEventSerializer serializer = StoredEventSerializer.of(TYPES);

    static Stream<DeliveryEvent> samples() {
        return Stream.of(
                new MessageSent(
                        ID,
                        SOURCE,
                        USER,
                        NotificationChannel.MAIL,
                        "ticket-opened",
                        Instant.parse("2026-11-22T10:00:00Z")),
                new MessageFailed(
                        ID, SOURCE, USER, NotificationChannel.MAIL, "toner-ordered", FailureReason.REFUSED, 550));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theStoredJsonIsFrozenAndIsReadAgain(DeliveryEvent event) throws IOException {
        var stored = serializer.serialize(event, String.class);
        var golden = STORED.resolve(
                stored.getType().getName() + "." + stored.getType().getRevision() + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(STORED);
            Files.writeString(golden, JSON.readTree(stored.getData()).toPrettyString() + "\n");
        }

        var frozen = Files.readString(golden);

        assertThat(JSON.readTree(stored.getData())).isEqualTo(JSON.readTree(frozen));
        Object again = serializer.deserialize(new SimpleSerializedObject<>(frozen, String.class, stored.getType()));
        assertThat(again).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsToldIsFrozen(DeliveryEvent event) {
        var told = published(event);

        Golden.assertJson("events/published/" + told.type() + ".json", told);
    }

    @Test
    void everyStoredEventHasASample() {
        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(new HashSet<>(TYPES.all()));
    }

    @Test
    void everyPublishedEventIsToldBySomething() {
        Set<Class<?>> told = samples().map(event -> published(event).getClass()).collect(Collectors.toSet());

        assertThat(told).containsExactlyInAnyOrder(NotificationEvent.class.getPermittedSubclasses());
    }

    @Test
    void aFailureWithoutAnAnswerOfTheServerIsToldByItsReason() {
        var failed = new MessageFailed(
                ID, SOURCE, USER, NotificationChannel.MAIL, "ticket-opened", FailureReason.OUTCOME_UNKNOWN, null);

        assertThat(published(failed))
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        told -> assertThat(told.reason()).isEqualTo("OUTCOME_UNKNOWN"));
    }

    private static PublishedEvent published(DeliveryEvent event) {
        return new NotificationPublications()
                .publish(new StoredEvent(
                        "0193a3c0-0000-7000-8000-000000000002",
                        "Delivery",
                        ID.toString(),
                        0,
                        event,
                        Instant.parse("2026-11-22T10:00:01Z"),
                        null,
                        "system",
                        "request-1",
                        SOURCE))
                .getFirst();
    }
}
