package io.platen.meter.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.correction.MeterCorrectionTest;
import io.platen.meter.investigation.MeterInvestigationTest;
import io.platen.meter.reading.ContractTerm;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.MeterEvent;
import io.platen.meter.reading.ReadRejection;
import io.platen.meter.sheet.MeterUploadTest;
import io.platen.platform.publish.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What others are told of each stored event. */
class PublishedEventsGoldenTest {

    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final ReadId EARLIER = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a04");
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Counters COUNTERS = new Counters(Map.of(Counter.TOTAL, 1234L, Counter.COLOUR, 56L));
    private static final Counters BILLED = new Counters(Map.of(Counter.TOTAL, 11_234L, Counter.COLOUR, 56L));
    private static final Path GOLDEN = Path.of("src/test/resources/published");

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(
                        "read-submitted",
                        new MeterEvent.ReadSubmitted(READ, DEVICE, COUNTERS, DAY, DAY.plusDays(1), true, NOW)),
                Arguments.of(
                        "remote-counters-recorded",
                        new MeterEvent.RemoteCountersRecorded(READ, DEVICE, COUNTERS, DAY, NOW, EARLIER)),
                Arguments.of(
                        "read-rejected",
                        new MeterEvent.ReadRejected(
                                DEVICE,
                                List.of(
                                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                                        ReadRejection.METER_ALREADY_SUBMITTED_TODAY),
                                Map.of("total", 1100L),
                                DAY,
                                COUNTERS)),
                Arguments.of(
                        "remote-counters-refused",
                        new MeterEvent.RemoteCountersRefused(
                                DEVICE,
                                ReadRejection.METER_LOWER_THAN_PREVIOUS,
                                new Counters(Map.of(Counter.TOTAL, 1100L)),
                                DAY,
                                COUNTERS)),
                Arguments.of(
                        "phone-read-behind-a-reset",
                        new MeterEvent.ReadSubmitted(
                                READ,
                                DEVICE,
                                COUNTERS,
                                DAY,
                                DAY,
                                false,
                                NOW,
                                ReadSource.PHONE,
                                "Printed a lot since this morning",
                                BILLED)),
                Arguments.of(
                        "remote-counters-behind-a-reset",
                        new MeterEvent.RemoteCountersRecorded(READ, DEVICE, COUNTERS, DAY, NOW, null, BILLED)),
                Arguments.of(
                        "counters-reset",
                        new MeterEvent.CountersReset(
                                DEVICE, DAY, COUNTERS, new Counters(Map.of(Counter.TOTAL, 0L)), "New board")),
                Arguments.of("read-corrected", corrected(EARLIER)),
                Arguments.of("estimate-corrected", corrected(null)),
                Arguments.of("read-scheduled", new MeterEvent.ReadScheduled(DEVICE, DAY, NOW)),
                Arguments.of(
                        "due-window-opened",
                        new MeterEvent.DueWindowOpened(DEVICE, DAY, DAY.minusDays(5), DAY.plusDays(5), NOW)),
                Arguments.of("read-missed", new MeterEvent.ReadMissed(DEVICE, DAY, COUNTERS, 2)),
                Arguments.of("schedule-ended", new MeterEvent.ScheduleEnded(DEVICE, null, true)),
                Arguments.of("correction-requested", MeterCorrectionTest.REQUESTED),
                Arguments.of("correction-rejected", MeterCorrectionTest.REJECTED),
                Arguments.of("investigation-opened", MeterInvestigationTest.OPENED),
                Arguments.of("investigation-closed", MeterInvestigationTest.CLOSED),
                Arguments.of("upload-rejected", MeterUploadTest.REFUSED),
                Arguments.of("upload-completed", MeterUploadTest.COMPLETED));
    }

    private static MeterEvent corrected(@Nullable ReadId wrong) {
        return new MeterEvent.ReadCorrected(
                READ,
                DEVICE,
                wrong,
                DAY.minusDays(1),
                new Counters(Map.of(Counter.TOTAL, 1324L, Counter.COLOUR, 56L)),
                Counters.NONE,
                DAY,
                ReadSource.CUSTOMER,
                COUNTERS,
                BILLED,
                MeterCorrectionId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a09"),
                "MC-0000001",
                "Two digits swapped");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void theJsonIsFrozen(String name, Object event) throws IOException {
        var mapper = JsonMapper.builder().build();
        var published = publish(event);
        assertThat(published).hasSize(1);
        var json = mapper.createObjectNode()
                .put("type", published.getFirst().type())
                .set("data", mapper.valueToTree(published.getFirst()));
        var golden = GOLDEN.resolve(name + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, json.toPrettyString() + "\n");
        }

        assertThat(mapper.readTree(json.toString())).isEqualTo(mapper.readTree(Files.readString(golden)));
    }

    @Test
    void theRegistersHouseKeepingIsNobodysBusiness() {
        assertThat(publish(new MeterEvent.RegisterOpened(DEVICE, List.of(Counter.TOTAL), null, "secret")))
                .isEmpty();
        assertThat(publish(new MeterEvent.DeviceClockChanged(DEVICE, ZoneId.of("Europe/Lisbon"), DAY)))
                .isEmpty();
    }

    @Test
    void whatNobodyCountedOnIsNotTold() {
        var term = ContractTerm.of(
                ContractId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a0a"), DAY, DAY.plusYears(1), MeterCycle.MONTHLY);
        assertThat(publish(new MeterEvent.ScheduleAgreed(DEVICE, term))).isEmpty();
        assertThat(publish(new MeterEvent.ScheduleShortened(DEVICE, term.contractId(), DAY, DAY)))
                .isEmpty();
        assertThat(publish(new MeterEvent.NextStepMoved(DEVICE, NOW))).isEmpty();
        assertThat(publish(new MeterEvent.ScheduleEnded(DEVICE, NOW, false))).isEmpty();
        assertThat(publish(MeterCorrectionTest.APPROVED)).isEmpty();
        assertThat(publish(MeterUploadTest.STARTED)).isEmpty();
    }

    private static List<PublishedEvent> publish(Object event) {
        return new MeterPublications()
                .publish(new StoredEvent(
                        "id", "MeterRegister", DEVICE.toString(), 1, event, NOW, null, "somebody", "request", null));
    }
}
