package io.platen.localstack.printers;

import io.platen.agent.snmp.PrinterAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * An SNMP agent on a loopback UDP port that answers GET, GETNEXT and GETBULK from a {@link Mib} to the community
 * {@code public}, and takes SET from {@code private}, so that a test in another process can turn a counter.
 */
final class LoopbackAgent implements CommandResponder, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LoopbackAgent.class);
    private static final OctetString READER = new OctetString("public");
    private static final OctetString WRITER = new OctetString("private");
    private static final int MOST_BINDINGS = 500;

    private final Mib mib;
    private final Runnable refresh;
    private final BiConsumer<OID, Variable> set;
    private final Snmp snmp;
    private final PrinterAddress address;

    private LoopbackAgent(
            Mib mib, Runnable refresh, BiConsumer<OID, Variable> set, DefaultUdpTransportMapping transport)
            throws IOException {
        this.mib = mib;
        this.refresh = refresh;
        this.set = set;
        var dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        snmp = new Snmp(dispatcher, transport);
        address = new PrinterAddress("127.0.0.1", transport.getListenAddress().getPort());
    }

    /**
     * @param port 0 for any free one
     * @param refresh called before each request, to bring the objects up to the moment
     * @param set called for each object a writer sets
     */
    static LoopbackAgent start(Mib mib, int port, Runnable refresh, BiConsumer<OID, Variable> set) throws IOException {
        var agent = new LoopbackAgent(mib, refresh, set, bind(port));
        agent.snmp.addCommandResponder(agent);
        agent.snmp.listen();
        return agent;
    }

    PrinterAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        var community = new OctetString(event.getSecurityName());
        var request = event.getPDU();
        if (request == null || !(community.equals(READER) || community.equals(WRITER))) {
            return; // as a real one: silence
        }
        try {
            var response = answer(request, community.equals(WRITER), event.getMaxSizeResponsePDU());
            response.setRequestID(request.getRequestID());
            response.setType(PDU.RESPONSE);
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException | RuntimeException e) {
            log.warn("{} could not answer", address, e);
        }
    }

    private PDU answer(PDU request, boolean mayWrite, int maxSize) {
        refresh.run();
        var response = new PDU();
        switch (request.getType()) {
            case PDU.GET -> request.getVariableBindings().forEach(binding -> response.add(get(binding.getOid())));
            case PDU.GETNEXT -> request.getVariableBindings().forEach(binding -> response.add(next(binding.getOid())));
            case PDU.GETBULK -> bulk(request, Math.min(maxSize, 60_000)).forEach(response::add);
            case PDU.SET -> set(request, mayWrite, response);
            default -> response.setErrorStatus(PDU.genErr);
        }
        return response;
    }

    private VariableBinding get(OID oid) {
        var value = mib.get(oid);
        return new VariableBinding(oid, value == null ? Null.noSuchInstance : value);
    }

    private VariableBinding next(OID oid) {
        var next = mib.after(oid);
        return next == null ? new VariableBinding(oid, Null.endOfMibView) : next;
    }

    private List<VariableBinding> bulk(PDU request, int maxSize) {
        var bindings = request.getVariableBindings();
        var answer = new ArrayList<VariableBinding>();
        int single = Math.min(request.getNonRepeaters(), bindings.size());
        bindings.subList(0, single).forEach(binding -> answer.add(next(binding.getOid())));
        var at = new ArrayList<OID>();
        bindings.subList(single, bindings.size()).forEach(binding -> at.add(binding.getOid()));
        int size = 0;
        for (int round = 0; round < request.getMaxRepetitions() && !at.isEmpty(); round++) {
            for (int i = 0; i < at.size(); i++) {
                var binding = next(at.get(i));
                size += binding.getBERLength();
                if (size > maxSize - 200 || answer.size() >= MOST_BINDINGS) {
                    return answer;
                }
                answer.add(binding);
                at.set(i, binding.getOid());
            }
        }
        return answer;
    }

    private void set(PDU request, boolean mayWrite, PDU response) {
        request.getVariableBindings().forEach(response::add);
        if (!mayWrite) {
            response.setErrorStatus(PDU.noAccess);
            response.setErrorIndex(1);
            return;
        }
        for (var binding : request.getVariableBindings()) {
            set.accept(binding.getOid(), binding.getVariable());
        }
    }

    private static DefaultUdpTransportMapping bind(int port) throws IOException {
        try {
            return new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("UDP port " + port + " on 127.0.0.1 cannot be had: " + e.getMessage(), e);
        }
    }

    /** Sets one object of a printer on loopback, as another process would. */
    static void set(PrinterAddress printer, OID oid, Variable value) throws IOException {
        try (var snmp = new Snmp(new DefaultUdpTransportMapping())) {
            snmp.listen();
            var target = new CommunityTarget<>(
                    new UdpAddress(InetAddress.getByName(printer.host()), printer.port()), WRITER);
            target.setVersion(SnmpConstants.version2c);
            target.setTimeout(2000);
            target.setRetries(1);
            var request = new PDU();
            request.setType(PDU.SET);
            request.add(new VariableBinding(oid, value));
            @Nullable PDU response = snmp.send(request, target).getResponse();
            if (response == null || response.getErrorStatus() != PDU.noError) {
                throw new IOException("the printer at " + printer + " did not take " + oid);
            }
        }
    }
}
