package io.platen.supply.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.SkipReason;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.publish.StoredEvent;
import io.platen.supply.autotoner.EnrolmentEvent;
import io.platen.supply.order.OrderEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is stored, and what is told about it, is frozen: a change needs a new revision and an upcaster. */
class EventsGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path STORED = Path.of("src/test/resources/events/stored");
    private static final Path PUBLISHED = Path.of("src/test/resources/events/published");
    private static final StoredEventTypes TYPES = StoredEventTypes.of(EnrolmentEvent.class, OrderEvent.class);
    private static final AccountId ACCOUNT = AccountId.random();
    private static final AccountId OF_THE_COMMAND = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");

    private final StoredEventSerializer serializer = StoredEventSerializer.of(TYPES);
    private final SupplyPublications publications = new SupplyPublications();

    static Stream<Object> samples() {
        return StoredSamples.all();
    }

    static Stream<Object> told() {
        return StoredSamples.told();
    }

    static Stream<Object> silent() {
        return StoredSamples.silent();
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
    @MethodSource("told")
    void whatIsToldIsFrozen(Object event) throws IOException {
        var published = published(event);
        assertThat(published).hasSize(1);
        var told = published.getFirst();
        var json = JSON.writeValueAsString(told);

        assertThat(JSON.readTree(json))
                .isEqualTo(JSON.readTree(frozen(PUBLISHED.resolve(told.type() + ".json"), json)));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void theRestIsNobodysBusiness(Object event) {
        assertThat(published(event)).isEmpty();
    }

    @Test
    void everyStoredEventHasASample() {
        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(new HashSet<>(TYPES.all()));
    }

    @Test
    void everyPublishedEventIsToldBySomething() {
        assertThat(told().flatMap(event -> published(event).stream())
                        .map(Object::getClass)
                        .collect(Collectors.<Class<?>>toSet()))
                .containsExactlyInAnyOrder(SupplyEvent.class.getPermittedSubclasses());
    }

    /** Labels that were stored before anybody could be named beside them. */
    @Test
    void aLabelStoredWithoutContactIsReadAndTold() throws IOException {
        var frozen = (ObjectNode) JSON.readTree(Files.readString(STORED.resolve("LabelChanged.1.json")));
        frozen.remove("contact");

        Object again = serializer.deserialize(
                new SimpleSerializedObject<>(frozen.toString(), String.class, "LabelChanged", "1"));

        assertThat(published(again))
                .first()
                .asInstanceOf(InstanceOfAssertFactories.type(AutoTonerDetailsChanged.class))
                .satisfies(told -> assertThat(told.contact()).isNull());
    }

    @Test
    void aForgottenLabelIsToldToTheAccountThatItWasOf() {
        assertThat(published(StoredSamples.FORGOTTEN))
                .containsExactly(new AutoTonerDetailsChanged(
                        StoredSamples.FORGOTTEN.deviceId(), StoredSamples.FORGOTTEN.accountId(), null, null));
        assertThat(accountOf(StoredSamples.FORGOTTEN)).isEqualTo(StoredSamples.FORGOTTEN.accountId());
    }

    @Test
    void theAccountIsTheDevicesWhoeverCausedIt() {
        var device = DeviceId.random();

        assertThat(accountOf(new EnrolmentEvent.StateChanged(device, ACCOUNT, AutoTonerState.NOT_ENABLED)))
                .isEqualTo(ACCOUNT);
        assertThat(accountOf(
                        new EnrolmentEvent.ShipmentSkipped(device, ACCOUNT, TonerColour.BLACK, SkipReason.NOT_ENABLED)))
                .isEqualTo(ACCOUNT);
        assertThat(accountOf(new OrderEvent.OrderDelivered(OrderId.random(), Instant.EPOCH)))
                .isEqualTo(OF_THE_COMMAND);
    }

    private @Nullable AccountId accountOf(Object event) {
        return publications.account(stored(event), published(event).getFirst());
    }

    private List<PublishedEvent> published(Object event) {
        return publications.publish(stored(event));
    }

    private static StoredEvent stored(Object event) {
        return new StoredEvent(
                "0193a3c0-0000-7000-8000-000000000001",
                "SupplyOrder",
                "0193a3c0-0000-7000-8000-00000000000d",
                0,
                event,
                Instant.parse("2026-11-22T10:00:01Z"),
                OF_THE_COMMAND,
                "system",
                "request-1",
                null);
    }

    private static String frozen(Path golden, String now) throws IOException {
        if (!Files.exists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(
                    golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(now)) + "\n");
        }
        return Files.readString(golden);
    }
}
