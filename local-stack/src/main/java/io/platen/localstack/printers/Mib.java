package io.platen.localstack.printers;

import io.platen.agent.snmp.MibAnswer;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** The objects a printer answers with, in MIB order; it may change while it is being walked. */
final class Mib {

    private final NavigableMap<OID, Variable> objects = new ConcurrentSkipListMap<>();

    void put(OID oid, Variable value) {
        objects.put(oid, value);
    }

    void put(String oid, Variable value) {
        put(new OID(oid), value);
    }

    void put(String oid, String text) {
        put(new OID(oid), new OctetString(text.getBytes(StandardCharsets.UTF_8)));
    }

    void removeBelow(OID prefix) {
        objects.tailMap(prefix).keySet().stream()
                .takeWhile(oid -> oid.startsWith(prefix))
                .forEach(objects::remove);
    }

    @Nullable
    Variable get(OID oid) {
        return objects.get(oid);
    }

    @Nullable
    VariableBinding after(OID oid) {
        var entry = objects.higherEntry(oid);
        return entry == null ? null : new VariableBinding(entry.getKey(), entry.getValue());
    }

    int size() {
        return objects.size();
    }

    /** The same objects as an agent that walked everything would hold them. */
    MibAnswer answer() {
        var answer = new MibAnswer();
        objects.forEach(answer::put);
        return answer;
    }
}
