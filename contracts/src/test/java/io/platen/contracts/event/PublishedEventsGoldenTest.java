package io.platen.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of every published event is frozen, is what asyncapi.yaml says, and is listed for people. */
class PublishedEventsGoldenTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final Map<String, Object> ASYNC_API =
            new Yaml().load(read(Path.of("src/main/resources/asyncapi.yaml")));

    static Stream<PublishedEvent> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theJsonIsFrozen(PublishedEvent event) throws IOException {
        var golden = GOLDEN.resolve(event.type() + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        }
        assertThat(golden).as("-Dgolden.write=true writes one that is missing").exists();
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(read(golden)));
        assertThat(JSON.readValue(read(golden), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theJsonIsWhatTheSchemaSays(PublishedEvent event) {
        var schema = JSON.writeValueAsString(Map.of(
                "$ref",
                "#/components/schemas/" + event.getClass().getSimpleName(),
                "components",
                JSON.valueToTree(ASYNC_API).get("components")));

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(JSON.writeValueAsString(event), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    /** Topics keep for ever: what was written before a field came is still read. */
    @Test
    void anEventOfBeforeItsNewestFieldsIsRead() throws IOException {
        for (var since : Map.of(
                        "platen.device.DeviceRegistered.v1", Set.of("counterDigits"),
                        "platen.ticket.TicketOpened.v1", Set.of("machineDown"),
                        "platen.meter.MeterReadSubmitted.v1", Set.of("billingMeter", "reason"),
                        "platen.billing.ContractActivated.v1", Set.of("meterCycle"))
                .entrySet()) {
            var written = (ObjectNode) JSON.readTree(read(GOLDEN.resolve(since.getKey() + ".json")));
            written.remove(since.getValue());
            var type = EventTypes.classOf(since.getKey()).orElseThrow();

            assertThat(JSON.valueToTree(JSON.treeToValue(written, type)).has("type"))
                    .isFalse();
        }
    }

    @Test
    void everyEventHasASample() {
        assertThat(samples().map(PublishedEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventTypes.all().keySet());
    }

    @Test
    void everyEventIsInTheDocumentAndNothingElse() {
        var messages = JSON.valueToTree(ASYNC_API).at("/components/messages");
        var names = messages.values().stream()
                .map(message -> message.get("name").asString())
                .collect(Collectors.toSet());

        assertThat(names).isEqualTo(EventTypes.all().keySet());
    }

    @Test
    void everyEventIsListedForPeople() {
        var page = read(Path.of("../docs/events.md"));
        Set<String> types = EventTypes.all().keySet();

        assertThat(types).allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
