package io.platen.agent.snmp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;

/** What a printer answered, in MIB order. An object that is missing or of another type is empty, never an error. */
public final class MibAnswer {

    private final NavigableMap<OID, Variable> objects = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private boolean complete = true;

    public void put(OID oid, Variable value) {
        objects.put(oid, value);
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Notes what the printer did wrong; reading goes on with what there is. */
    public void fault(String fault) {
        if (!faults.contains(fault) && faults.size() < 20) {
            faults.add(fault);
        }
    }

    /** Part of the answer is missing because the printer fell silent or was too slow; it may do better next time. */
    public void breakOff(String fault) {
        complete = false;
        fault(fault);
    }

    public boolean isComplete() {
        return complete;
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    public boolean has(OID oid) {
        return objects.containsKey(oid);
    }

    public OptionalLong number(OID oid) {
        var value = objects.get(oid);
        boolean number = value instanceof Integer32
                || value instanceof Counter64
                || (value instanceof UnsignedInteger32 && !(value instanceof TimeTicks));
        return value != null && number ? OptionalLong.of(value.toLong()) : OptionalLong.empty();
    }

    public Optional<OID> identifier(OID oid) {
        return objects.get(oid) instanceof OID identifier ? Optional.of(identifier) : Optional.empty();
    }

    public Optional<byte[]> octets(OID oid) {
        return objects.get(oid) instanceof OctetString octets ? Optional.of(octets.getValue()) : Optional.empty();
    }

    /** The text without control characters and outer blanks; empty where nothing is left. UTF-8, else {@code charset}. */
    public Optional<String> text(OID oid, Charset charset) {
        return octets(oid)
                .map(octets -> decode(octets, charset)
                        .replaceAll("[\\p{Cntrl}\\uFFFD]+", " ")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    public Optional<String> text(OID oid) {
        return text(oid, StandardCharsets.ISO_8859_1);
    }

    /** The objects below a prefix, each by its index (what follows the prefix). */
    public NavigableMap<OID, Variable> below(OID prefix) {
        var found = new TreeMap<OID, Variable>();
        for (var entry : objects.tailMap(prefix, false).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            found.put(entry.getKey().subOID(prefix.size()), entry.getValue());
        }
        return found;
    }

    private static String decode(byte[] octets, Charset charset) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(octets, charset);
        }
    }
}
