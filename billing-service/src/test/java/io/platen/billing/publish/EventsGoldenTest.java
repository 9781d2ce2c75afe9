package io.platen.billing.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.ContractEvent;
import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Mark;
import io.platen.billing.contract.Meter;
import io.platen.billing.contract.Period;
import io.platen.billing.contract.Terms;
import io.platen.billing.invoice.InvoiceEvent;
import io.platen.billing.usage.UsageEvent;
import io.platen.billing.usage.UsageId;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.ReadId;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.publish.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored, and what is told about it, is frozen: a change needs a new revision and an upcaster. */
class EventsGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path STORED = Path.of("src/test/resources/events/stored");
    private static final Path PUBLISHED = Path.of("src/test/resources/events/published");
    private static final StoredEventTypes TYPES =
            StoredEventTypes.of(ContractEvent.class, InvoiceEvent.class, UsageEvent.class);

    private static final ContractId CONTRACT = ContractId.of("0193a3c0-0000-7000-8000-00000000000a");
    private static final AccountId ACCOUNT = AccountId.of("0193a3c0-0000-7000-8000-00000000000b");
    private static final InvoiceId INVOICE = InvoiceId.of("0193a3c0-0000-7000-8000-00000000000c");
    private static final ReadId READ = ReadId.of("0193a3c0-0000-7000-8000-00000000000e");
    private static final DeviceId ONE = DeviceId.of("0193a3c0-0000-7000-8000-000000000001");
    private static final DeviceId TWO = DeviceId.of("0193a3c0-0000-7000-8000-000000000002");
    private static final Period NOVEMBER = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    private static final Amount RATE = new Amount("EUR", "0.012500");

    private final StoredEventSerializer serializer = StoredEventSerializer.of(TYPES);

    static Stream<Object> samples() {
        return Stream.of(
                new ContractEvent.ContractActivated(
                        CONTRACT,
                        new Terms(
                                "C-2026-0001",
                                ACCOUNT,
                                List.of(ONE, TWO),
                                new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2028-12-31")),
                                true,
                                false,
                                Map.of(Counter.TOTAL, RATE, Counter.COLOUR, new Amount("EUR", "0.060000")),
                                Map.of(Counter.TOTAL, 1000L),
                                MeterCycle.QUARTERLY)),
                new ContractEvent.ContractEnded(
                        CONTRACT,
                        "C-2026-0001",
                        ACCOUNT,
                        List.of(ONE, TWO),
                        LocalDate.parse("2027-06-30"),
                        "Moved away"),
                new ContractEvent.DeviceReplaced(
                        CONTRACT, "C-2026-0001", ACCOUNT, ONE, TWO, LocalDate.parse("2026-11-20")),
                new ContractEvent.PeriodBilled(
                        CONTRACT,
                        INVOICE,
                        NOVEMBER,
                        List.of(new Mark(ONE, Counter.TOTAL, LocalDate.parse("2026-11-30"), 2234))),
                new InvoiceEvent.InvoiceIssued(
                        INVOICE,
                        "INV-202600001",
                        CONTRACT,
                        ACCOUNT,
                        NOVEMBER,
                        List.of(line(1000, 2234, 247), estimate(2234, 2235)),
                        new Amount("EUR", "12.35"),
                        LocalDate.parse("2026-12-01"),
                        LocalDate.parse("2026-12-31")),
                new UsageEvent.UsageAdded(
                        UsageId.of(CONTRACT, ONE),
                        CONTRACT,
                        ACCOUNT,
                        ONE,
                        READ,
                        LocalDate.parse("2026-11-30"),
                        List.of(line(1000, 2234, 0))));
    }

    private static BilledLine line(long previous, long current, long included) {
        return BilledLine.of(
                new Meter(ONE, Counter.TOTAL),
                new DayRead(LocalDate.parse("2026-10-31"), previous),
                new DayRead(LocalDate.parse("2026-11-30"), current),
                included,
                RATE);
    }

    private static BilledLine estimate(long previous, long current) {
        return BilledLine.of(
                new Meter(ONE, Counter.TOTAL),
                new DayRead(LocalDate.parse("2026-10-31"), previous),
                new DayRead(LocalDate.parse("2026-11-30"), current, true),
                0,
                RATE);
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
        for (var told : published(event)) {
            var json = JSON.writeValueAsString(told);
            assertThat(JSON.readTree(json))
                    .isEqualTo(JSON.readTree(frozen(PUBLISHED.resolve(told.type() + ".json"), json)));
        }
    }

    @Test
    void anOlderContractHasNoMeterCycle() throws IOException {
        var frozen = Files.readString(STORED.resolve("ContractActivated.1.json"));
        var older = frozen.replaceFirst(",\\s*\"meterCycle\" : \"QUARTERLY\"", "");
        assertThat(older).isNotEqualTo(frozen);

        ContractEvent.ContractActivated read = serializer.deserialize(
                new SimpleSerializedObject<>(older, String.class, new SimpleSerializedType("ContractActivated", "1")));

        assertThat(read.terms().meterCycle()).isNull();
        assertThat(read.terms().includedPages()).containsExactly(Map.entry(Counter.TOTAL, 1000L));
    }

    @Test
    void anOlderInvoiceHasNoLineThatIsMarkedAsAnEstimate() throws IOException {
        var frozen = Files.readString(STORED.resolve("InvoiceIssued.1.json"));
        var older = frozen.replaceAll(",\\s*\"estimated\" : (true|null)", "");
        assertThat(older).doesNotContain("estimated").isNotEqualTo(frozen);

        InvoiceEvent.InvoiceIssued read = serializer.deserialize(
                new SimpleSerializedObject<>(older, String.class, new SimpleSerializedType("InvoiceIssued", "1")));

        assertThat(read.lines()).allSatisfy(line -> assertThat(line.estimated()).isNull());
    }

    @Test
    void everyStoredEventHasASample() {
        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(new HashSet<>(TYPES.all()));
    }

    @Test
    void everyPublishedEventIsToldByOneStoredEvent() {
        List<PublishedEvent> told =
                samples().flatMap(event -> published(event).stream()).toList();
        Set<Class<?>> types = told.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(told).hasSameSizeAs(types);
        assertThat(types).containsExactlyInAnyOrder(BillingEvent.class.getPermittedSubclasses());
    }

    private static List<PublishedEvent> published(Object event) {
        return new BillingPublications()
                .publish(new StoredEvent(
                        "0193a3c0-0000-7000-8000-0000000000ff",
                        "Contract",
                        CONTRACT.toString(),
                        0,
                        event,
                        Instant.parse("2026-12-01T10:00:01Z"),
                        ACCOUNT,
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
        assertThat(golden).as("-Dgolden.write=true writes one that is missing").exists();
        return Files.readString(golden);
    }
}
