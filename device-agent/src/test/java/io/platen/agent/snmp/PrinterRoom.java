package io.platen.agent.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Hundreds of colour printers on loopback, all served by one thread: a floor of an office, not a library. */
public final class PrinterRoom implements AutoCloseable {

    private static final String SUPPLIES = "1.3.6.1.2.1.43.11.1.1.";
    private static final List<String> COLOURS = List.of("black", "cyan", "magenta", "yellow");

    private final Selector selector = Selector.open();
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final List<PrinterAddress> addresses = new ArrayList<>();
    private final Thread thread = new Thread(this::serve, "printer-room");

    public PrinterRoom(int printers) throws IOException {
        for (int i = 0; i < printers; i++) {
            var channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, objects(i));
            channels.add(channel);
            addresses.add(new PrinterAddress("127.0.0.1", ((InetSocketAddress) channel.getLocalAddress()).getPort()));
        }
        thread.setDaemon(true);
        thread.start();
    }

    public List<PrinterAddress> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (var channel : channels) {
            channel.close();
        }
    }

    private static NavigableMap<OID, Variable> objects(int number) {
        var objects = new TreeMap<OID, Variable>();
        put(objects, "1.3.6.1.2.1.1.1.0", new OctetString("A printer of the room"));
        put(objects, "1.3.6.1.2.1.1.2.0", new OID("1.3.6.1.4.1.99999.1"));
        put(objects, "1.3.6.1.2.1.25.3.2.1.2.1", new OID("1.3.6.1.2.1.25.3.1.5"));
        put(objects, "1.3.6.1.2.1.25.3.2.1.3.1", new OctetString("Room printer 4c"));
        put(objects, "1.3.6.1.2.1.43.5.1.1.17.1", new OctetString("ROOM-%05d".formatted(number)));
        put(objects, "1.3.6.1.2.1.43.10.2.1.3.1.1", new Integer32(7));
        put(objects, "1.3.6.1.2.1.43.10.2.1.4.1.1", new Counter32(10_000 + number));
        for (int i = 0; i < COLOURS.size(); i++) {
            put(objects, "1.3.6.1.2.1.43.12.1.1.4.1." + (i + 1), new OctetString(COLOURS.get(i)));
        }
        for (int i = 1; i <= 8; i++) {
            boolean toner = i <= 4;
            put(objects, SUPPLIES + "3.1." + i, new Integer32(toner ? i : 0));
            put(objects, SUPPLIES + "4.1." + i, new Integer32(3));
            put(objects, SUPPLIES + "5.1." + i, new Integer32(toner ? 3 : 9));
            put(objects, SUPPLIES + "6.1." + i, new OctetString((toner ? "Toner cartridge " : "Drum unit ") + i));
            put(objects, SUPPLIES + "7.1." + i, new Integer32(19));
            put(objects, SUPPLIES + "8.1." + i, new Integer32(100));
            put(objects, SUPPLIES + "9.1." + i, new Integer32(20 + (number + i) % 80));
        }
        return objects;
    }

    private static void put(NavigableMap<OID, Variable> objects, String oid, Variable value) {
        objects.put(new OID(oid), value);
    }

    private void serve() {
        var buffer = ByteBuffer.allocate(65_535);
        try {
            while (selector.isOpen()) {
                selector.select();
                var ready = List.copyOf(selector.selectedKeys());
                selector.selectedKeys().clear();
                for (var key : ready) {
                    answer(key, buffer);
                }
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            // closed
        }
    }

    @SuppressWarnings("unchecked") // the attachment is ours
    private static void answer(SelectionKey key, ByteBuffer buffer) throws IOException {
        var channel = (DatagramChannel) key.channel();
        buffer.clear();
        var from = channel.receive(buffer);
        if (from == null) {
            return;
        }
        buffer.flip();
        var input = new BERInputStream(buffer);
        BER.decodeHeader(input, new BER.MutableByte());
        var version = new Integer32();
        version.decodeBER(input);
        var community = new OctetString();
        community.decodeBER(input);
        var request = new PDU();
        request.decodeBER(input);
        var response = answer(request, (NavigableMap<OID, Variable>) key.attachment());
        int length = version.getBERLength() + community.getBERLength() + response.getBERLength();
        var output = new BEROutputStream(ByteBuffer.allocate(length + 10));
        BER.encodeHeader(output, BER.SEQUENCE, length);
        version.encodeBER(output);
        community.encodeBER(output);
        response.encodeBER(output);
        channel.send(output.rewind(), from);
    }

    private static PDU answer(PDU request, NavigableMap<OID, Variable> objects) {
        var response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        for (var binding : request.getVariableBindings()) {
            var at = binding.getOid();
            if (request.getType() == PDU.GET) {
                var value = objects.get(at);
                response.add(new VariableBinding(at, value == null ? Null.noSuchObject : value));
                continue;
            }
            int rows = request.getType() == PDU.GETBULK ? request.getMaxRepetitions() : 1;
            for (int i = 0; i < rows; i++) {
                var next = objects.higherEntry(at);
                response.add(
                        next == null
                                ? new VariableBinding(at, Null.endOfMibView)
                                : new VariableBinding(next.getKey(), next.getValue()));
                if (next == null) {
                    break;
                }
                at = next.getKey();
            }
        }
        return response;
    }
}
