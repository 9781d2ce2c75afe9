package io.platen.agent.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A printer on loopback whose manners a test decides. */
public final class TestPrinter implements CommandResponder, AutoCloseable {

    /** What becomes of an answer before it is sent; null is silence. */
    public interface Manners {
        @Nullable
        PDU answer(PDU intended);
    }

    private final NavigableMap<OID, Variable> objects = new ConcurrentSkipListMap<>();
    private final Snmp snmp;
    private final PrinterAddress address;
    private volatile Manners manners = intended -> intended;
    private volatile BiFunction<PDU, PDU, @Nullable PDU> byRequest = (request, intended) -> intended;
    private volatile boolean bulk = true;

    public TestPrinter() throws IOException {
        this(null, 0);
    }

    /**
     * The engine of SNMP v3: answers only the user {@code reader} with {@code authentic!} and {@code private!!}.
     *
     * @param boots how often it was switched on
     */
    public record Engine(String id, int boots) {}

    /** @param port 0 for any */
    public TestPrinter(@Nullable Engine v3, int port) throws IOException {
        var dispatcher = new MessageDispatcherImpl();
        if (v3 != null) {
            var usm = new USM(
                    SecurityProtocols.getInstance().addDefaultProtocols(),
                    new OctetString(MPv3.createLocalEngineID(new OctetString(v3.id()))),
                    v3.boots());
            usm.addUser(new UsmUser(
                    new OctetString("reader"),
                    AuthHMAC192SHA256.ID,
                    new OctetString("authentic!"),
                    PrivAES128.ID,
                    new OctetString("private!!")));
            dispatcher.addMessageProcessingModel(new MPv3(usm));
        } else {
            dispatcher.addMessageProcessingModel(new MPv2c());
        }
        var transport = new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), port));
        snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(this);
        snmp.listen();
        address = new PrinterAddress("127.0.0.1", transport.getListenAddress().getPort());
    }

    /** A well-behaved black and white printer. */
    public static TestPrinter ordinary(String serial) throws IOException {
        return new TestPrinter().withOrdinaryObjects(serial);
    }

    public TestPrinter withOrdinaryObjects(String serial) {
        return with("1.3.6.1.2.1.1.1.0", "Test printer")
                .with("1.3.6.1.2.1.1.2.0", new OID("1.3.6.1.4.1.99999.1"))
                .with("1.3.6.1.2.1.25.3.2.1.2.1", new OID("1.3.6.1.2.1.25.3.1.5"))
                .with("1.3.6.1.2.1.25.3.2.1.3.1", "Tester One")
                .with("1.3.6.1.2.1.43.5.1.1.17.1", serial)
                .with("1.3.6.1.2.1.43.10.2.1.3.1.1", 7)
                .with("1.3.6.1.2.1.43.10.2.1.4.1.1", 1234)
                .with("1.3.6.1.2.1.43.11.1.1.4.1.1", 3)
                .with("1.3.6.1.2.1.43.11.1.1.5.1.1", 3)
                .with("1.3.6.1.2.1.43.11.1.1.6.1.1", "Black toner")
                .with("1.3.6.1.2.1.43.11.1.1.8.1.1", 100)
                .with("1.3.6.1.2.1.43.11.1.1.9.1.1", 55);
    }

    public TestPrinter with(String oid, Variable value) {
        objects.put(new OID(oid), value);
        return this;
    }

    public TestPrinter with(String oid, String text) {
        return with(oid, new OctetString(text));
    }

    public TestPrinter with(String oid, int number) {
        return with(oid, new Integer32(number));
    }

    /** Changes an answer before it is sent; null for silence. */
    public TestPrinter answering(Manners change) {
        manners = change;
        return this;
    }

    public TestPrinter without(String oid) {
        objects.remove(new OID(oid));
        return this;
    }

    /** Changes an answer before it is sent, by what was asked. */
    public TestPrinter answeringBy(BiFunction<PDU, PDU, @Nullable PDU> change) {
        byRequest = change;
        return this;
    }

    /** Does not answer GETBULK, as some old ones. */
    public TestPrinter withoutBulk() {
        bulk = false;
        return this;
    }

    public PrinterAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        var intended = byRequest.apply(event.getPDU(), answer(event.getPDU()));
        var answer = intended == null ? null : manners.answer(intended);
        if (answer == null || (!bulk && event.getPDU().getType() == PDU.GETBULK)) {
            return;
        }
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(event.getPDU().getRequestID());
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private PDU answer(PDU request) {
        PDU answer;
        if (request instanceof ScopedPDU scoped) {
            var scopedAnswer = new ScopedPDU();
            scopedAnswer.setContextEngineID(scoped.getContextEngineID());
            scopedAnswer.setContextName(scoped.getContextName());
            answer = scopedAnswer;
        } else {
            answer = new PDU();
        }
        for (var binding : request.getVariableBindings()) {
            var oid = binding.getOid();
            switch (request.getType()) {
                case PDU.GET -> {
                    var value = objects.get(oid);
                    answer.add(new VariableBinding(oid, value == null ? Null.noSuchObject : value));
                }
                case PDU.GETNEXT -> answer.add(next(oid));
                case PDU.GETBULK -> {
                    for (int i = 0; i < request.getMaxRepetitions(); i++) {
                        var next = next(oid);
                        answer.add(next);
                        oid = next.getOid();
                    }
                }
                default -> throw new IllegalArgumentException("unexpected " + request);
            }
        }
        return answer;
    }

    private VariableBinding next(OID oid) {
        var next = objects.higherEntry(oid);
        return next == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(next.getKey(), next.getValue());
    }
}
