package io.platen.agent.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.platen.agent.snmp.SnmpSettings.V3User;
import io.platen.agent.snmp.TestPrinter.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

class SnmpReaderTest {

    private static final OID SYSTEM = new OID("1.3.6.1.2.1.1");
    private static final OID SUPPLIES = new OID("1.3.6.1.2.1.43.11.1.1");
    private static final OID DESCRIPTION = new OID("1.3.6.1.2.1.1.1.0");
    private static final SnmpSettings PATIENT = SnmpSettings.v2c("public").withTimeout(Duration.ofSeconds(2), 1);
    private static final V3User READER = new V3User("reader", "SHA-256", "authentic!", "AES128", "private!!");
    private static final SnmpSettings HASTY = SnmpSettings.v2c("public").withTimeout(Duration.ofMillis(200), 0);

    @Test
    void walksNoFurtherThanItsSubtree() throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1");
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SYSTEM);

            assertThat(conversation.answer().text(DESCRIPTION)).contains("Test printer");
            assertThat(conversation.answer().below(SUPPLIES)).isEmpty();
            assertThat(conversation.answer().faults()).isEmpty();
        }
    }

    @Test
    void aPrinterThatDoesNotKnowGetBulkIsAskedRowByRow() throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1").withoutBulk();
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().below(SUPPLIES)).hasSize(5);
        }
    }

    @Test
    void silenceIsTold() throws Exception {
        try (var printer = new TestPrinter().answering(answer -> null);
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());

            assertThatExceptionOfType(PrinterSilentException.class)
                    .isThrownBy(() -> conversation.get(List.of(DESCRIPTION)));
            assertThatExceptionOfType(PrinterSilentException.class)
                    .isThrownBy(() -> reader.with(new PrinterAddress("no-such-host.invalid", 161)));
        }
    }

    @Test
    void aPrinterThatRunsInCirclesIsLeft() throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1").answering(SnmpReaderTest::alwaysTheSame);
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().faults())
                    .singleElement()
                    .asString()
                    .contains("in circles");
        }
    }

    @Test
    void aPrinterWithoutAnEndIsLeft() throws Exception {
        var row = new AtomicInteger();
        try (var printer = new TestPrinter()
                        .answering(answer -> new PDU(
                                PDU.RESPONSE,
                                List.of(new VariableBinding(
                                        new OID(SUPPLIES).append(row.incrementAndGet()), new Integer32(1)))));
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().faults())
                    .singleElement()
                    .asString()
                    .contains("no end");
        }
    }

    @Test
    void aSlowPrinterIsLeftAtTheDeadline() throws Exception {
        var settings = new SnmpSettings("public", null, Duration.ofMillis(200), 0, Duration.ZERO);
        try (var printer = TestPrinter.ordinary("SER-1");
                var reader = new SnmpReader(settings)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().faults())
                    .singleElement()
                    .asString()
                    .contains("takes longer");
        }
    }

    @Test
    void anErrorStatusIsAFaultAndNoMore() throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1").answering(answer -> {
                    answer.setErrorStatus(PDU.genErr);
                    return answer;
                });
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.get(List.of(DESCRIPTION));
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().isEmpty()).isTrue();
            assertThat(conversation.answer().faults()).hasSize(2);
        }
    }

    @Test
    void aPrinterThatAnswersGetBulkWithNothingIsAskedRowByRow() throws Exception {
        assertThat(walkedOf(SnmpReaderTest::emptyBulk)).isEqualTo(5);
    }

    @Test
    void aPrinterWhoseGetBulkRunsInCirclesIsAskedRowByRow() throws Exception {
        assertThat(walkedOf((request, answer) -> request.getType() == PDU.GETBULK ? alwaysTheSame(answer) : answer))
                .isEqualTo(5);
    }

    @Test
    void aPrinterThatFindsGetBulkTooBigIsAskedRowByRow() throws Exception {
        assertThat(walkedOf((request, answer) -> {
                    if (request.getType() == PDU.GETBULK) {
                        answer.setErrorStatus(PDU.tooBig);
                    }
                    return answer;
                }))
                .isEqualTo(5);
    }

    @Test
    void anAgentOfTheFirstGenerationEndsWithNoSuchName() throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1").withoutBulk().answeringBy((request, answer) -> {
                    if (answer.getVariableBindings().getFirst().isException()) {
                        answer.setErrorStatus(PDU.noSuchName);
                    }
                    return answer;
                });
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);

            assertThat(conversation.answer().below(SUPPLIES)).hasSize(5);
            assertThat(conversation.answer().faults()).isEmpty();
        }
    }

    @Test
    void oneObjectThatAPrinterChokesOnDoesNotTakeTheOthersAlong() throws Exception {
        var bad = new OID("1.3.6.1.2.1.1.2.0");
        try (var printer = TestPrinter.ordinary("SER-1").answeringBy((request, answer) -> {
                    if (request.getType() == PDU.GET
                            && request.getVariableBindings().stream()
                                    .anyMatch(binding -> binding.getOid().equals(bad))) {
                        answer.setErrorStatus(PDU.genErr);
                    }
                    return answer;
                });
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.get(List.of(DESCRIPTION, bad));

            assertThat(conversation.answer().text(DESCRIPTION)).contains("Test printer");
        }
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgain() throws Exception {
        var asked = new AtomicInteger();
        try (var printer = TestPrinter.ordinary("SER-1")
                        .answering(answer -> asked.incrementAndGet() == 1 ? null : answer);
                var reader = new SnmpReader(HASTY.withTimeout(Duration.ofMillis(300), 1))) {
            var conversation = reader.with(printer.address());
            conversation.get(List.of(DESCRIPTION));

            assertThat(conversation.answer().text(DESCRIPTION)).contains("Test printer");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void v3IsAuthenticatedAndPrivate() throws Exception {
        try (var printer = v3(new Engine("printer", 0), 0);
                var reader = new SnmpReader(PATIENT.withUser(READER))) {
            assertThat(described(reader, printer)).isEqualTo("Test printer");
        }
    }

    @Test
    void aWrongV3PasswordOrUserIsAPrinterThatCannotBeRead() throws Exception {
        try (var printer = v3(new Engine("printer", 0), 0);
                var reader = new SnmpReader(
                        PATIENT.withUser(new V3User("reader", "SHA-256", "mistaken!", "AES128", "private!!")));
                var unknown = new SnmpReader(
                        PATIENT.withUser(new V3User("nobody", "SHA-256", "authentic!", "AES128", "private!!")))) {
            assertThatExceptionOfType(PrinterSilentException.class).isThrownBy(() -> described(reader, printer));
            assertThatExceptionOfType(PrinterSilentException.class).isThrownBy(() -> described(unknown, printer));
        }
    }

    /** Its clock begins anew and its boots are one more: what the agent knew of its time is no longer true. */
    @Test
    void aV3PrinterThatWasSwitchedOffAndOnIsReadAgain() throws Exception {
        try (var reader = new SnmpReader(PATIENT.withUser(READER))) {
            PrinterAddress address;
            try (var printer = v3(new Engine("printer", 3), 0)) {
                address = printer.address();
                assertThat(described(reader, printer)).isEqualTo("Test printer");
            }
            try (var printer = v3(new Engine("printer", 4), address.port())) {
                assertThat(described(reader, printer)).isEqualTo("Test printer");
            }
        }
    }

    @Test
    void anotherV3PrinterAtTheSameAddressIsRead() throws Exception {
        try (var reader = new SnmpReader(PATIENT.withUser(READER))) {
            PrinterAddress address;
            try (var printer = v3(new Engine("old", 3), 0)) {
                address = printer.address();
                assertThat(described(reader, printer)).isEqualTo("Test printer");
            }
            try (var printer = v3(new Engine("new", 1), address.port())) {
                assertThat(described(reader, printer)).isEqualTo("Test printer");
            }
        }
    }

    /** Makers have shipped whole series with one engine id. */
    @Test
    void twoV3PrintersWithOneEngineIdAreBothRead() throws Exception {
        try (var reader = new SnmpReader(PATIENT.withUser(READER));
                var one = v3(new Engine("same", 9), 0);
                var other = v3(new Engine("same", 2), 0)) {
            for (int round = 0; round < 3; round++) {
                assertThat(described(reader, one)).isEqualTo("Test printer");
                assertThat(described(reader, other)).isEqualTo("Test printer");
            }
        }
    }

    private static TestPrinter v3(Engine engine, int port) throws IOException {
        return new TestPrinter(engine, port).withOrdinaryObjects("SER-3");
    }

    private static String described(SnmpReader reader, TestPrinter printer) throws PrinterSilentException {
        var conversation = reader.with(printer.address());
        conversation.get(List.of(DESCRIPTION));
        return conversation.answer().text(DESCRIPTION).orElseThrow();
    }

    private static int walkedOf(BiFunction<PDU, PDU, @Nullable PDU> manners) throws Exception {
        try (var printer = TestPrinter.ordinary("SER-1").answeringBy(manners);
                var reader = new SnmpReader(HASTY)) {
            var conversation = reader.with(printer.address());
            conversation.walk(SUPPLIES);
            assertThat(conversation.answer().faults()).isEmpty();
            return conversation.answer().below(SUPPLIES).size();
        }
    }

    private static PDU emptyBulk(PDU request, PDU answer) {
        return request.getType() == PDU.GETBULK ? new PDU() : answer;
    }

    private static PDU alwaysTheSame(PDU answer) {
        var same = new PDU();
        same.add(new VariableBinding(new OID(SUPPLIES).append("9.1.1"), new Integer32(1)));
        same.add(new VariableBinding(new OID(SUPPLIES).append("9.1.1"), new Integer32(1)));
        return same;
    }
}
