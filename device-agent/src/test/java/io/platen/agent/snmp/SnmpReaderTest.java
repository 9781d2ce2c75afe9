package io.platen.agent.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.platen.agent.snmp.SnmpSettings.V3User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

class SnmpReaderTest {

    private static final OID SYSTEM = new OID("1.3.6.1.2.1.1");
    private static final OID SUPPLIES = new OID("1.3.6.1.2.1.43.11.1.1");
    private static final OID DESCRIPTION = new OID("1.3.6.1.2.1.1.1.0");
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
    void v3IsAuthenticatedAndPrivate() throws Exception {
        assertThat(read(new V3User("reader", "SHA-256", "authentic!", "AES128", "private!!")))
                .isEqualTo("Test printer");
    }

    @Test
    void aWrongV3PasswordIsAPrinterThatCannotBeRead() throws Exception {
        assertThatExceptionOfType(PrinterSilentException.class)
                .isThrownBy(() -> read(new V3User("reader", "SHA-256", "mistaken!", "AES128", "private!!")));
    }

    private static String read(V3User user) throws IOException, PrinterSilentException {
        try (var printer = new TestPrinter(true).withOrdinaryObjects("SER-3");
                var reader = new SnmpReader(HASTY.withUser(user))) {
            var conversation = reader.with(printer.address());
            conversation.get(List.of(DESCRIPTION));
            return conversation.answer().text(DESCRIPTION).orElseThrow();
        }
    }

    private static PDU alwaysTheSame(PDU answer) {
        var same = new PDU();
        same.add(new VariableBinding(new OID(SUPPLIES).append("9.1.1"), new Integer32(1)));
        same.add(new VariableBinding(new OID(SUPPLIES).append("9.1.1"), new Integer32(1)));
        return same;
    }
}
