package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.BEFORE_THAT;
import static io.platen.meter.reading.RegisterFixture.CONTRACT;
import static io.platen.meter.reading.RegisterFixture.CORRECTION;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.monthly;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.stands;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.meter.ReadSource;
import io.platen.meter.correction.CorrectionEvent;
import io.platen.meter.correction.MeterCorrectionTest;
import io.platen.meter.investigation.InvestigationEvent;
import io.platen.meter.investigation.MeterInvestigationTest;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of what is stored is frozen: a change is a new revision, an upcaster and a decision record. */
class StoredEventsGoldenTest {

    private static final StoredEventTypes TYPES =
            StoredEventTypes.of(MeterEvent.class, CorrectionEvent.class, InvestigationEvent.class);
    private static final StoredEventSerializer STORED = StoredEventSerializer.of(TYPES);
    private static final Path GOLDEN = Path.of("src/test/resources/stored");

    static Stream<Object> events() {
        return Stream.of(
                new MeterEvent.RegisterOpened(DEVICE, List.of(TOTAL, COLOUR), 3000, KEY),
                stands("Europe/Amsterdam", "2026-11-22"),
                read(READ, "2026-11-21", "2026-11-22", colour(1234, 56)),
                remote(READ, "2026-11-22", colour(1234, 56), BEFORE_THAT),
                new MeterEvent.ReadRejected(
                        DEVICE,
                        List.of(ReadRejection.METER_LOWER_THAN_PREVIOUS),
                        Map.of("total", 1100L),
                        LocalDate.parse("2026-11-22"),
                        colour(1234, 56)),
                new MeterEvent.RemoteCountersRefused(
                        DEVICE,
                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                        colour(1100, 56),
                        LocalDate.parse("2026-11-22"),
                        colour(1234, 56)),
                new MeterEvent.CountersReset(
                        DEVICE, LocalDate.parse("2026-11-22"), colour(1234, 56), colour(0, 0), "New board"),
                new MeterEvent.ReadCorrected(
                        READ,
                        DEVICE,
                        EARLIER,
                        LocalDate.parse("2026-11-21"),
                        colour(1234, 56),
                        Counters.NONE,
                        LocalDate.parse("2026-11-22"),
                        ReadSource.CUSTOMER,
                        colour(1134, 56),
                        colour(2134, 56),
                        CORRECTION,
                        "MC-0000001",
                        "Two digits swapped"),
                new MeterEvent.ScheduleAgreed(DEVICE, monthly("2026-01-31", "2026-12-31")),
                new MeterEvent.ScheduleShortened(
                        DEVICE, CONTRACT, LocalDate.parse("2026-11-30"), LocalDate.parse("2026-11-17")),
                new MeterEvent.ReadScheduled(
                        DEVICE, LocalDate.parse("2026-11-30"), Instant.parse("2026-11-24T23:00:00Z")),
                new MeterEvent.DueWindowOpened(
                        DEVICE,
                        LocalDate.parse("2026-11-30"),
                        LocalDate.parse("2026-11-25"),
                        LocalDate.parse("2026-12-05"),
                        Instant.parse("2026-12-05T23:00:00Z")),
                new MeterEvent.NextStepMoved(DEVICE, Instant.parse("2026-11-25T00:00:00Z")),
                new MeterEvent.ReadMissed(DEVICE, LocalDate.parse("2026-11-30"), colour(1334, 60), 2),
                new MeterEvent.ScheduleEnded(DEVICE, Instant.parse("2026-11-22T12:00:00Z"), true),
                MeterCorrectionTest.REQUESTED,
                MeterCorrectionTest.APPROVED,
                MeterCorrectionTest.REJECTED,
                MeterInvestigationTest.OPENED,
                MeterInvestigationTest.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theJsonIsFrozen(Object event) throws IOException {
        var stored = STORED.serialize(event, byte[].class);
        var type = stored.getType();
        var json = new String(stored.getData(), StandardCharsets.UTF_8);
        var golden = GOLDEN.resolve(type.getName() + "." + type.getRevision() + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
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
